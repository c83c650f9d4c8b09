package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** What names promise. */
final class NamingRules {

    private static final Pattern EMPTY_WORD =
            Pattern.compile("(?:Impl|Utils?|Utility|Utilities|Helpers?|Managers?|Base|DTOs?|Dtos?)(?![a-z])");

    static final Rule CLASSES = new Rule(
            "classes-are-named-for-what-they-are",
            "no class is an Impl, Util, Helper, Manager, Base or DTO",
            "such a word fits any class: name the technology, the thing or the verb",
            code -> code.classes().stream()
                    .filter(type -> EMPTY_WORD.matcher(type.getSimpleName()).find() && !isGenerated(type))
                    .map(type -> type.getName() + " says nothing with a part of its name")
                    .toList());

    static final Rule LOOKUPS = new Rule(
            "get-throws-find-is-optional-list-has-all",
            "a method get… returns no Optional, find… returns one, and list… returns several",
            "a caller knows then without looking what happens if there is nothing",
            code -> code.classes().stream()
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> !isKept(code, method) && !isNamedForAnotherReason(code, method))
                    .map(method -> "%s returns %s"
                            .formatted(
                                    method.getFullName(),
                                    method.getRawReturnType().getName()))
                    .toList());

    static final List<Rule> ALL = List.of(CLASSES, LOOKUPS);

    private NamingRules() {}

    /** MapStruct names what it writes after our interface. */
    private static boolean isGenerated(JavaClass type) {
        return type.getRawInterfaces().stream()
                .anyMatch(each ->
                        type.getName().equals(each.getName() + "Impl") && each.isAnnotatedWith("org.mapstruct.Mapper"));
    }

    private static boolean isKept(Codebase code, JavaMethod method) {
        JavaClass result = method.getRawReturnType();
        if (begins(method, "get")) {
            return !isOptional(result);
        }
        if (begins(method, "find")) {
            return isOptional(result);
        }
        return !begins(method, "list") || isSeveral(result) || (code.isOurs(result) && isPlural(result));
    }

    private static boolean begins(JavaMethod method, String verb) {
        String name = method.getName();
        return name.startsWith(verb)
                && (name.length() == verb.length() || Character.isUpperCase(name.charAt(verb.length())));
    }

    private static boolean isOptional(JavaClass type) {
        return Stream.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class)
                .anyMatch(type::isEquivalentTo);
    }

    private static boolean isSeveral(JavaClass type) {
        return type.isArray()
                || Stream.of(Collection.class, Map.class, BaseStream.class).anyMatch(type::isAssignableTo);
    }

    /** A collection of our own is named in the plural. */
    private static boolean isPlural(JavaClass type) {
        return type.getSimpleName().endsWith("s");
    }

    /** After the component of a record, after what it makes, or by somebody else who wrote the interface. */
    private static boolean isNamedForAnotherReason(Codebase code, JavaMethod method) {
        JavaClass owner = method.getOwner();
        boolean isComponent = owner.isRecord()
                && method.getRawParameterTypes().isEmpty()
                && owner.tryGetField(method.getName()).isPresent();
        return isComponent
                || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || method.getName().equalsIgnoreCase(method.getRawReturnType().getSimpleName())
                || overridesForeign(code, method);
    }

    private static boolean overridesForeign(Codebase code, JavaMethod method) {
        JavaClass owner = method.getOwner();
        int parameters = method.getRawParameterTypes().size();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(type -> !code.isOurs(type))
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(other -> other.getName().equals(method.getName())
                        && other.getRawParameterTypes().size() == parameters);
    }
}

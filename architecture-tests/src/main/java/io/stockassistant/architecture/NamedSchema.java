package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/**
 * A schema that a persistence model names, in an annotation of the class or of a member.
 *
 * @param where the class or the member
 */
record NamedSchema(String schema, String where) {

    static List<NamedSchema> list(JavaClass model) {
        Stream<NamedSchema> ofClass = model.getAnnotations().stream().flatMap(each -> named(each, model.getName()));
        Stream<NamedSchema> ofMembers = model.getMembers().stream()
                .flatMap(member -> member.getAnnotations().stream().flatMap(each -> named(each, member.getFullName())));
        return Stream.concat(ofClass, ofMembers).toList();
    }

    private static Stream<NamedSchema> named(JavaAnnotation<?> annotation, String where) {
        if (!annotation.getRawType().getPackageName().equals("jakarta.persistence")) {
            return Stream.empty();
        }
        return annotation.getProperties().entrySet().stream()
                .flatMap(property -> property.getKey().equals("schema")
                        ? Stream.of(property.getValue().toString())
                                .filter(schema -> !schema.isEmpty())
                                .map(schema -> new NamedSchema(schema, where))
                        : inside(property.getValue()).flatMap(each -> named(each, where)));
    }

    private static Stream<JavaAnnotation<?>> inside(Object value) {
        Stream<?> values = value instanceof Object[] several ? Stream.of(several) : Stream.of(value);
        return values.filter(JavaAnnotation.class::isInstance).map(each -> (JavaAnnotation<?>) each);
    }
}

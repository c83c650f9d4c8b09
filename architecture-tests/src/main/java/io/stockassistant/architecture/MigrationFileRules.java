package io.stockassistant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A migration is a file of one module, and is where that module's code is. */
final class MigrationFileRules {

    private static final Pattern MIGRATION =
            Pattern.compile("(?:[VUB]\\d|R__)[^/]*\\.(?i:sql|sql\\.conf)|(?:[VUB]\\d[\\d_]*__|R__)[^/]*\\.class");

    static final Rule PLACE = new Rule(
            "migrations-in-their-own-location",
            "every migration is in the location of a module whose descriptor is in the same jar or folder of classes",
            "in another module's folder it runs in that module's schema and history, and in nobody's it never runs",
            MigrationFileRules::listStrays);

    static final Rule LOCATIONS = new Rule(
            "locations-are-apart",
            "no module's location is in that of another",
            "both modules would run the files that are there",
            MigrationFileRules::listNested);

    static final List<Rule> ALL = List.of(PLACE, LOCATIONS);

    private MigrationFileRules() {}

    private static List<String> listStrays(Codebase code) {
        Map<CodeRoot, Set<String>> locations = new HashMap<>();
        for (JavaClass type : code.classes()) {
            CodeRoot.findOf(type).ifPresent(root -> {
                Set<String> here = locations.computeIfAbsent(root, any -> new HashSet<>());
                code.territories().stream()
                        .filter(owner -> owner.module().getClass().getName().equals(type.getName()))
                        .flatMap(owner -> findFolder(owner).stream())
                        .forEach(here::add);
            });
        }
        return locations.entrySet().stream()
                .flatMap(entry -> listStrays(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<String> listStrays(CodeRoot root, Set<String> locations) {
        return root.listFiles().stream()
                .filter(file -> MIGRATION
                        .matcher(file.substring(file.lastIndexOf('/') + 1))
                        .matches())
                .filter(file -> locations.stream().noneMatch(file::startsWith))
                .map(file -> "%s in %s is in no location of a module there: %s"
                        .formatted(
                                file,
                                root.path(),
                                locations.stream().sorted().collect(Collectors.joining(", ", "[", "]"))));
    }

    private static List<String> listNested(Codebase code) {
        return code.territories().stream()
                .flatMap(inner -> code.territories().stream()
                        .filter(outer -> !outer.equals(inner) && isInside(inner, outer))
                        .map(outer -> "%s has its migrations in %s, where module %s has its own"
                                .formatted(
                                        inner.module().getClass().getName(),
                                        inner.module().location(),
                                        outer.name())))
                .toList();
    }

    private static boolean isInside(Territory inner, Territory outer) {
        return findFolder(outer)
                .filter(folder -> findFolder(inner).orElse("").startsWith(folder))
                .isPresent();
    }

    /** Nothing for a location that is not on the class path. */
    private static Optional<String> findFolder(Territory owner) {
        String location = owner.module().location();
        return location.startsWith("classpath:")
                ? Optional.of(location.substring("classpath:".length()).replaceAll("^/+|/+$", "") + "/")
                : Optional.empty();
    }
}

package io.stockassistant.migrations.module;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What can be wrong with module descriptors, all of it in one pass. */
final class ModuleChecks {

    /** PostgreSQL cuts longer names without a word, and two schemas would become one. */
    private static final int LONGEST_IDENTIFIER_BYTES = 63;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private final Map<String, Module> byName = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    static List<Problem> check(List<Module> modules) {
        ModuleChecks checks = new ModuleChecks();
        modules.forEach(checks::checkNames);
        checks.checkHistories();
        checks.checkLocations();
        checks.checkDependencies();
        checks.checkCircles();
        return checks.problems;
    }

    private void checkNames(Module module) {
        if (!NAME.matcher(module.name()).matches()) {
            add(
                    ProblemCode.INVALID_MODULE,
                    module.name(),
                    "'" + module.name() + "' is no name for a module: letters, digits, '-', '_' and '.' are.",
                    "Give it another name in its descriptor.");
        }
        for (String identifier : List.of(
                module.schema(), module.history().schema(), module.history().table())) {
            if (identifier.isBlank()
                    || identifier.indexOf('\0') >= 0
                    || identifier.getBytes(StandardCharsets.UTF_8).length > LONGEST_IDENTIFIER_BYTES) {
                add(
                        ProblemCode.INVALID_MODULE,
                        module.name(),
                        "'" + identifier + "' of module " + module.name()
                                + " is no name for a schema or table: 1 to 63 bytes are.",
                        "Give it another name in the module's descriptor.");
            }
        }
        if (List.of(module.schema(), module.history().schema()).contains(Module.RESERVED_SCHEMA)) {
            add(
                    ProblemCode.INVALID_MODULE,
                    module.name(),
                    "The module " + module.name() + " claims the schema '" + Module.RESERVED_SCHEMA
                            + "', in which this program keeps its journal.",
                    "Name another schema in the module's descriptor, for example schema="
                            + module.name().replaceAll("[^A-Za-z0-9]", "_") + "_module.");
        }
        for (String schema :
                new TreeSet<>(List.of(module.schema(), module.history().schema()))) {
            if (schema.startsWith("pg_") || schema.equals("information_schema")) {
                add(
                        ProblemCode.INVALID_MODULE,
                        module.name(),
                        "The module " + module.name() + " claims the schema '" + schema
                                + "', and schemas of that name are PostgreSQL's own.",
                        "Name another schema in the module's descriptor: schema=NAME.");
            }
        }
        Module other = byName.putIfAbsent(module.name(), module);
        if (other != null) {
            add(
                    ProblemCode.DUPLICATE_MODULE,
                    module.name(),
                    "Two modules are called " + module.name() + ": in "
                            + other.location().place() + " and in "
                            + module.location().place() + ".",
                    "Give one of them another name.");
        }
    }

    private void checkHistories() {
        Map<String, Module> byHistory = new LinkedHashMap<>();
        for (Module module : byName.values()) {
            Module other = byHistory.putIfAbsent(module.history().quoted(), module);
            if (other != null) {
                add(
                        ProblemCode.HISTORY_COLLISION,
                        module.name(),
                        "The modules " + other.name() + " and " + module.name() + " both keep their history in "
                                + module.history() + ".",
                        "Give each module its own schema or history table in its descriptor.");
            }
        }
    }

    private void checkLocations() {
        for (Module module : byName.values()) {
            String folder = module.location().place() + "/";
            byName.values().stream()
                    .filter(other -> other.location().place().startsWith(folder))
                    .forEach(other -> add(
                            ProblemCode.INVALID_MODULE,
                            module.name(),
                            "The files of module " + other.name() + " lie among those of " + module.name() + ": "
                                    + other.location().place() + " is a folder below "
                                    + module.location().place() + ".",
                            "Give each module a folder of its own, beside the other's."));
        }
    }

    private void checkDependencies() {
        for (Module module : byName.values()) {
            for (String name : new TreeSet<>(module.dependsOn())) {
                if (!byName.containsKey(name)) {
                    add(
                            ProblemCode.UNKNOWN_DEPENDENCY,
                            module.name(),
                            "The module " + module.name() + " depends on '" + name + "', which is not there. The"
                                    + " modules are: " + String.join(", ", new TreeSet<>(byName.keySet())) + ".",
                            "Correct depends-on of " + module.name() + ", or add the module " + name + ".");
                }
            }
        }
    }

    private void checkCircles() {
        Set<String> done = new HashSet<>();
        for (String name : byName.keySet()) {
            Circles.find(name, this::knownDependencies, done)
                    .ifPresent(circle -> add(
                            ProblemCode.MODULE_CYCLE,
                            circle.get(0),
                            "Modules depend on each other in a circle: " + String.join(" -> ", circle) + ".",
                            "Remove one of these dependencies from its descriptor."));
        }
    }

    private SortedSet<String> knownDependencies(String name) {
        Module module = byName.get(name);
        SortedSet<String> known = new TreeSet<>(module == null ? Set.of() : module.dependsOn());
        known.retainAll(byName.keySet());
        return known;
    }

    private void add(ProblemCode code, String module, String message, String remedy) {
        problems.add(Problem.inModule(code, module, message, remedy));
    }
}

package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All migrations of all modules, by module and version. Their files are opened only when a script is asked for. */
public final class Migrations {

    private final Modules modules;
    private final Map<String, NavigableMap<Version, Migration>> byModule = new LinkedHashMap<>();
    private final List<Problem> nameProblems;
    private final List<String> repeatables;
    private final Map<String, Boolean> timestamped = new LinkedHashMap<>();

    private Migrations(
            Modules modules, Map<String, List<Migration>> found, List<Problem> nameProblems, List<String> repeatables) {
        this.modules = modules;
        this.repeatables = List.copyOf(repeatables);
        this.nameProblems = List.copyOf(nameProblems);
        for (Module module : modules.list()) {
            NavigableMap<Version, Migration> versions = new TreeMap<>();
            found.getOrDefault(module.name(), List.of()).forEach(each -> versions.put(each.version(), each));
            byModule.put(module.name(), versions);
            timestamped.put(module.name(), haveAges(versions.values()));
        }
    }

    /** Lists the files of every module. Names that say nothing become {@link #nameProblems()}. */
    public static Migrations list(Modules modules) {
        Map<String, List<Migration>> found = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<String> repeatables = new ArrayList<>();
        modules.list().forEach(module -> found.put(module.name(), ModuleFiles.list(module, problems, repeatables)));
        return new Migrations(modules, found, problems, repeatables);
    }

    /** A set of migrations that is already known, for example in a test of the planner. */
    public static Migrations of(Modules modules, Map<String, List<Migration>> migrations) {
        return new Migrations(modules, migrations, List.of(), List.of());
    }

    public Modules modules() {
        return modules;
    }

    /** What is wrong with file names: of no known form, two of one version, a U without its V. */
    public List<Problem> nameProblems() {
        return nameProblems;
    }

    /** The paths of repeatable migrations, which are recognised and not carried out. */
    public List<String> repeatables() {
        return repeatables;
    }

    /** The migrations of a module, oldest first. */
    public Collection<Migration> list(String module) {
        return versions(module).values();
    }

    /** The migrations of a module by version. */
    public NavigableMap<Version, Migration> versions(String module) {
        return byModule.getOrDefault(module, new TreeMap<>());
    }

    public Optional<Migration> find(Revision revision) {
        return Optional.ofNullable(versions(revision.module()).get(revision.version()));
    }

    /** The newest migration of a module, if it has one. */
    public Optional<Migration> findHead(String module) {
        return Optional.ofNullable(versions(module).lastEntry()).map(Map.Entry::getValue);
    }

    /**
     * Whether a module's versions say when they were written: all of them read as dates, and the order of the dates is
     * the order of the versions.
     */
    public boolean hasTimestamps(String module) {
        return timestamped.getOrDefault(module, false);
    }

    private static boolean haveAges(Collection<Migration> migrations) {
        long last = Long.MIN_VALUE;
        for (Migration migration : migrations) {
            if (migration.age().isEmpty() || migration.age().getAsLong() < last) {
                return false;
            }
            last = migration.age().getAsLong();
        }
        return true;
    }
}

package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All migrations of all modules, by module and version. Their files are opened only when a script is asked for.
 *
 * <p>Where a module has a baseline, this shows what an empty database gets: the newest baseline and what comes after
 * it. {@link #withBaselines} shows what another database does.
 */
public final class Migrations {

    /** What lies in the location of one module. */
    private record Files(
            NavigableMap<Version, Migration> all,
            List<Migration> baselines,
            List<Repeatable> repeatables,
            List<Backfill> backfills) {}

    private final Modules modules;
    private final Supplier<PlaceholderValues> placeholders;
    private final Map<String, Files> files;
    private final Map<String, NavigableMap<Version, Migration>> byModule = new LinkedHashMap<>();
    private final List<Problem> nameProblems;
    private final Map<String, Boolean> timestamped = new LinkedHashMap<>();

    private Migrations(
            Modules modules,
            Supplier<PlaceholderValues> placeholders,
            Map<String, Files> files,
            List<Problem> nameProblems,
            Predicate<Migration> inForce) {
        this.modules = modules;
        this.placeholders = placeholders;
        this.files = files;
        this.nameProblems = List.copyOf(nameProblems);
        files.forEach((module, own) -> {
            NavigableMap<Version, Migration> versions = new TreeMap<>(own.all());
            own.baselines().stream()
                    .filter(inForce)
                    .reduce((older, newer) -> newer)
                    .ifPresent(baseline -> {
                        versions.headMap(baseline.version(), true).clear();
                        versions.put(baseline.version(), baseline);
                    });
            byModule.put(module, versions);
            timestamped.put(module, haveAges(versions.values()));
        });
    }

    /** Lists the files of every module, for scripts that are only looked at. */
    public static Migrations list(Modules modules) {
        return list(modules, PlaceholderValues::withoutDatabase);
    }

    /**
     * Lists the files of every module. Names that say nothing become {@link #nameProblems()}.
     *
     * @param placeholders asked when a script with placeholders is read, or the checksum of a repeatable migration
     */
    public static Migrations list(Modules modules, Supplier<PlaceholderValues> placeholders) {
        Map<String, Files> files = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Module module : modules.list()) {
            ModuleFiles names = ModuleFiles.read(module, problems);
            NavigableMap<Version, Migration> all = new TreeMap<>();
            names.listMigrations().forEach(each -> all.put(each.version(), each));
            files.put(
                    module.name(),
                    new Files(
                            all,
                            names.listBaselines(),
                            names.listRepeatables(() -> placeholders.get().of(module)),
                            names.listBackfills()));
        }
        return new Migrations(modules, placeholders, files, problems, each -> true);
    }

    /** The same files, with only some of the baselines in force; of these, a module's newest counts. */
    public Migrations withBaselines(Predicate<Migration> inForce) {
        boolean none = files.values().stream().allMatch(each -> each.baselines().isEmpty());
        return none ? this : new Migrations(modules, placeholders, files, nameProblems, inForce);
    }

    public Modules modules() {
        return modules;
    }

    /** The values of placeholders in scripts. */
    public PlaceholderValues placeholders() {
        return placeholders.get();
    }

    /** What is wrong with file names: of no known form, two of one version, a U without its V. */
    public List<Problem> nameProblems() {
        return nameProblems;
    }

    /** The repeatable migrations of a module, by description, which is the order in which they run. */
    public List<Repeatable> listRepeatables(String module) {
        Files own = files.get(module);
        return own == null ? List.of() : own.repeatables();
    }

    /** The backfills of a module, oldest first. */
    public List<Backfill> listBackfills(String module) {
        Files own = files.get(module);
        return own == null ? List.of() : own.backfills();
    }

    public Optional<Backfill> findBackfill(Revision revision) {
        return listBackfills(revision.module()).stream()
                .filter(each -> each.revision().equals(revision))
                .findFirst();
    }

    /**
     * The migrations that a migration's header names. Where it names a backfill, those that have to be there before that
     * can run: the one before it in its module, and what its own header names.
     */
    public Set<Revision> listNeededBy(Migration migration) {
        Set<Revision> needed = new LinkedHashSet<>();
        addNeeded(migration.upgrade().header().dependsOn(), needed, new HashSet<>());
        return needed;
    }

    /** The same for a backfill itself. */
    public Set<Revision> listNeededBy(Backfill backfill) {
        Set<Revision> needed = new LinkedHashSet<>();
        addNeeded(List.of(backfill.revision()), needed, new HashSet<>());
        return needed;
    }

    private void addNeeded(List<Revision> named, Set<Revision> needed, Set<Revision> backfills) {
        for (Revision each : named) {
            Optional<Backfill> backfill = findBackfill(each);
            if (backfill.isEmpty()) {
                needed.add(each);
            } else if (backfills.add(each)) {
                Optional.ofNullable(versions(each.module()).lowerEntry(each.version()))
                        .ifPresent(before -> needed.add(before.getValue().revision()));
                addNeeded(backfill.get().file().header().dependsOn(), needed, backfills);
            }
        }
    }

    /** The backfills that a migration's header names. */
    public List<Backfill> listBackfillsNeededBy(Migration migration) {
        return listBackfills(migration.upgrade().header());
    }

    /** Those that the header of another one names. */
    public List<Backfill> listBackfillsNeededBy(Backfill backfill) {
        return listBackfills(backfill.file().header());
    }

    private List<Backfill> listBackfills(Header header) {
        return header.dependsOn().stream()
                .flatMap(each -> findBackfill(each).stream())
                .toList();
    }

    /** Whether a migration has a file of its own, also where a baseline stands for it. */
    public boolean hasFile(Revision revision) {
        Files own = files.get(revision.module());
        return own != null && own.all().containsKey(revision.version());
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

    /** The newest version of a module, of a migration or of a backfill. */
    public Optional<Version> findNewestVersion(String module) {
        return Stream.concat(
                        findHead(module).map(Migration::version).stream(),
                        listBackfills(module).stream().map(Backfill::version))
                .max(Comparator.naturalOrder());
    }

    /** The baseline with which a module begins here, if it does. */
    public Optional<Migration> findBaseline(String module) {
        return Optional.ofNullable(versions(module).firstEntry())
                .map(Map.Entry::getValue)
                .filter(Migration::isBaseline);
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

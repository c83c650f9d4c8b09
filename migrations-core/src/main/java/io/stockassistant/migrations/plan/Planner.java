package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes plans out of files and histories. Asking twice gives the same plan. */
public final class Planner {

    private static final Set<ProblemCode> UNREADABLE = Set.of(ProblemCode.NOT_UTF8, ProblemCode.UNPARSABLE);

    private final Migrations migrations;
    private @Nullable List<Problem> fileProblems;

    public Planner(Migrations migrations) {
        this.migrations = migrations;
    }

    /** The migrations as a database with these histories meets them: with or without their baselines. */
    public static Migrations seenBy(Migrations migrations, Histories histories) {
        return Baselines.seenBy(migrations, histories);
    }

    /** Whether a baseline stands for a migration, so that this needs no file of its own. */
    public static boolean isReplaced(Migrations seen, Revision revision) {
        return Baselines.covers(seen, revision);
    }

    /** The baseline that is to take the place of what is applied in a module. */
    public static Optional<Migration> findTakingOver(Migrations seen, Histories histories, String module) {
        return Baselines.findTakingOver(seen, histories, module);
    }

    /** Everything that is wrong with the names and headers of the files, whatever the database says. */
    public List<Problem> fileProblems() {
        List<Problem> known = fileProblems;
        if (known == null) {
            List<Problem> problems = new ArrayList<>(migrations.nameProblems());
            new HeaderChecks(migrations, problems).check();
            known = List.copyOf(problems);
            fileProblems = known;
        }
        return known;
    }

    /**
     * Everything that is wrong with the files and between files and database, as far as the files can be read.
     *
     * @param outOfOrder whether a pending migration may be older than an applied one of its module
     */
    public List<Problem> problems(Histories histories, boolean outOfOrder) {
        List<Problem> problems = new ArrayList<>(fileProblems());
        if (problems.stream().noneMatch(each -> UNREADABLE.contains(each.code()))) {
            problems.addAll(historyProblems(histories, outOfOrder, Set.of()));
            problems.addAll(backfillProblems(histories));
        }
        return problems;
    }

    /** What files of backfills and the books disagree on; no schema is another one for that. */
    private List<Problem> backfillProblems(Histories histories) {
        List<Problem> problems = new ArrayList<>();
        Migrations seen = Baselines.seenBy(migrations, histories);
        BackfillChecks backfills = new BackfillChecks(seen, histories, problems);
        seen.modules().list().forEach(backfills::check);
        return problems;
    }

    /**
     * Everything on which files and database disagree. The files must be readable.
     *
     * @param mended what is about to be applied out of order, and so will not be missing any more
     */
    private List<Problem> historyProblems(Histories histories, boolean outOfOrder, Set<Revision> mended) {
        List<Problem> problems = new ArrayList<>();
        Migrations seen = Baselines.seenBy(migrations, histories);
        HistoryChecks versioned = new HistoryChecks(seen, histories, problems);
        RepeatableChecks repeatables = new RepeatableChecks(seen, histories, problems);
        OrderChecks order = new OrderChecks(seen, histories, problems);
        for (Module module : seen.modules().list()) {
            versioned.check(module);
            repeatables.check(module);
            if (!outOfOrder) {
                order.checkVersions(module);
            }
            order.checkDependencies(module, mended);
        }
        return problems;
    }

    /**
     * The way up to the targets, and to what they need.
     *
     * @param targets none means the heads of all modules
     * @throws ProblemException if a target means nothing, or files and database disagree in a module that was
     *     named, that the plan touches, or on which one of these builds
     */
    public Plan upgrade(Histories histories, List<Target> targets, boolean outOfOrder) {
        ProblemException.throwIfAny(fileProblems());
        List<Target> asked = targets.isEmpty() ? List.of(Target.parse("heads")) : targets;
        Migrations seen = Baselines.seenBy(migrations, histories);
        UpgradePlanner planner = new UpgradePlanner(seen, histories);
        List<Step> steps = planner.plan(asked);
        Set<String> concerned = concerned(planner.modulesOf(asked), steps);
        Set<Revision> mended = outOfOrder ? revisions(steps) : Set.of();
        List<Problem> problems = new ArrayList<>(historyProblems(histories, outOfOrder, mended));
        problems.addAll(backfillProblems(histories));
        ProblemException.throwIfAny(problems.stream()
                .filter(each -> each.module() == null || concerned.contains(each.module()))
                .toList());
        return new Plan(Direction.UP, steps, from(histories), LateArrivals.warnings(seen, histories, steps));
    }

    /**
     * The way from empty to what these histories say is in the database.
     *
     * @throws ProblemException if the files cannot be read
     */
    public Rebuild rebuild(Histories histories) {
        ProblemException.throwIfAny(fileProblems());
        Migrations seen = Baselines.seenBy(migrations, histories);
        return new Rebuilding(seen, histories).plan(historyProblems(histories, true, Set.of()));
    }

    /** Whether a plan for a database has what an empty one meets in another order. */
    public boolean hasLateArrivals(Histories histories, Plan plan) {
        Migrations seen = Baselines.seenBy(migrations, histories);
        return !LateArrivals.warnings(seen, histories, plan.steps()).isEmpty()
                || historyProblems(histories, false, Set.of()).stream()
                        .anyMatch(each -> each.code() == ProblemCode.OUT_OF_ORDER);
    }

    /**
     * What is in a database and what is to come, in the order in which an empty one meets them.
     *
     * @param histories of that database
     */
    public Plan fromEmpty(Histories histories, List<Step> applied, List<Step> pending) {
        List<Step> all = new ArrayList<>(applied);
        all.addAll(pending);
        Map<Migration, Step> versioned = new LinkedHashMap<>();
        List<Step> repeatable = new ArrayList<>();
        for (Step step : all) {
            if (step.change() instanceof Migration migration) {
                versioned.put(migration, step);
            } else {
                repeatable.add(step);
            }
        }
        List<Step> steps = new ArrayList<>();
        new WrittenOrder(Baselines.seenBy(migrations, histories))
                .sort(versioned.keySet())
                .forEach(each -> steps.add(Step.run(each, Direction.UP, "is met by an empty database")));
        steps.addAll(repeatable);
        return new Plan(Direction.UP, steps, Map.of(), List.of());
    }

    /**
     * The way down to a target.
     *
     * @param cascade whether migrations of modules that the target does not name may be undone too
     * @throws ProblemException if the target is not below, or there is no way back to it
     */
    public Plan downgrade(Histories histories, Target target, boolean cascade) {
        ProblemException.throwIfAny(fileProblems());
        List<Step> steps =
                new DowngradePlanner(Baselines.seenBy(migrations, histories), histories).plan(target, cascade);
        Set<String> concerned = concerned(Set.of(), steps);
        List<String> warnings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : historyProblems(histories, true, Set.of())) {
            switch (problem.code()) {
                case FAILED_MIGRATION -> {
                    if (concerned.contains(problem.module())) {
                        problems.add(problem);
                    }
                }
                case CHECKSUM_MISMATCH -> {
                    if (steps.stream().anyMatch(each -> isAbout(problem, each))) {
                        warnings.add(problem.message() + " It is undone by its U file as that is now.");
                    }
                }
                default -> {
                    // what is missing, renamed or out of order does not stand in the way of these steps
                }
            }
        }
        ProblemException.throwIfAny(problems);
        return new Plan(Direction.DOWN, steps, from(histories), warnings);
    }

    /**
     * The modules that the targets of an upgrade name; none means all.
     *
     * @throws ProblemException if a target means nothing
     */
    public Set<String> modulesOf(List<Target> targets) {
        return targets.isEmpty()
                ? migrations.modules().list().stream()
                        .map(Module::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : new UpgradePlanner(migrations, Histories.empty()).modulesOf(targets);
    }

    /**
     * Whether the targets of an upgrade mean something, in whatever database.
     *
     * @throws ProblemException if not, or if two of them contradict each other
     */
    public void checkTargets(List<Target> targets) {
        Histories empty = Histories.empty();
        try {
            new UpgradePlanner(migrations, empty).check(targets);
        } catch (ProblemException e) {
            if (e.problems().get(0).code() != ProblemCode.UNKNOWN_REVISION) {
                throw e;
            }
            new UpgradePlanner(migrations.withBaselines(each -> false), empty).check(targets);
        }
    }

    /**
     * What it takes to make the histories say that the database is at the targets, without running a script.
     *
     * @param purge whether what the histories of these modules say now is forgotten first
     * @throws ProblemException if a target means nothing, or the histories would contradict the headers
     */
    public Plan stamp(Histories histories, List<Target> targets, boolean purge) {
        ProblemException.throwIfAny(fileProblems());
        Histories kept = purge ? histories.without(stamped(targets)) : histories;
        List<Step> steps = new StampPlanner(migrations, kept, targets).plan();
        return new Plan(Direction.UP, steps, from(histories), List.of());
    }

    /** The modules whose histories a stamp at these targets is about. */
    public Set<String> stamped(List<Target> targets) {
        return StampPlanner.ends(migrations, targets).keySet();
    }

    private static boolean isAbout(Problem problem, Step step) {
        return step.module().equals(problem.module())
                && step.findVersion().map(Version::toString).equals(Optional.ofNullable(problem.version()));
    }

    /** The modules that were named or have steps, and those that they build on. */
    private Set<String> concerned(Set<String> named, List<Step> steps) {
        Set<String> modules = new LinkedHashSet<>(named);
        steps.forEach(each -> modules.add(each.module()));
        List.copyOf(modules).forEach(each -> modules.addAll(migrations.modules().dependenciesOf(each)));
        return modules;
    }

    private static Set<Revision> revisions(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.findVersion().map(each -> new Revision(step.module(), each)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Optional<Version>> from(Histories histories) {
        Map<String, Optional<Version>> from = new LinkedHashMap<>();
        for (Module module : migrations.modules().list()) {
            from.put(module.name(), histories.of(module.name()).findCurrent());
        }
        return from;
    }
}

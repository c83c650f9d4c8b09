package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Revisions;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides where modules are cut, and whether that is allowed.
 *
 * <p>A baseline runs when the newest of what it replaces would have run. So what is left of a dependent module must not
 * be older than it: that was written for a state in the middle, which is not built any more. Where modules are cut
 * together, a dependent one takes over the version of its dependency if that is the newer one; the dependency's
 * baseline then runs first.
 */
final class Cuts {

    private final Migrations migrations;
    private final Map<String, Cut> cuts = new LinkedHashMap<>();

    private Cuts(Migrations migrations) {
        this.migrations = migrations;
    }

    /**
     * @return in the order of the modules, dependencies first
     * @throws ProblemException if a name means nothing, or the cut is not allowed
     */
    static List<Cut> of(Migrations migrations, SquashWish wish) {
        Cuts cuts = new Cuts(migrations);
        wish.modules().forEach(migrations.modules()::get);
        List<Problem> problems = new ArrayList<>();
        for (Module module : migrations.modules().list()) {
            if (wish.modules().contains(module.name())) {
                cuts.add(module, wish, problems);
            }
        }
        ProblemException.throwIfAny(problems);
        cuts.cuts.values().forEach(each -> cuts.checkDependents(each, problems));
        ProblemException.throwIfAny(problems);
        return List.copyOf(cuts.cuts.values());
    }

    private void add(Module module, SquashWish wish, List<Problem> problems) {
        List<Migration> squashed = upTo(module, wish);
        if (squashed.stream().allMatch(Migration::isBaseline)) {
            problems.add(Refusal.of(
                    module.name(),
                    module.name() + " has nothing to squash"
                            + (wish.to() == null ? "" : " up to " + wish.to())
                            + (squashed.isEmpty() ? "." : ": it is a baseline already."),
                    "migrations history"));
            return;
        }
        Cut cut = new Cut(
                module,
                squashed,
                migrations.listBackfills(module.name()),
                squashed.get(squashed.size() - 1).version());
        for (String name : migrations.modules().dependenciesOf(module.name())) {
            Cut dependency = cuts.get(name);
            boolean ordered = migrations.hasTimestamps(name) && migrations.hasTimestamps(module.name());
            if (dependency != null && ordered && age(dependency.version()) > age(cut.version())) {
                cut = cut.at(dependency.version());
            }
        }
        checkOwn(cut, problems);
        cuts.put(module.name(), cut);
    }

    private List<Migration> upTo(Module module, SquashWish wish) {
        List<Migration> all = List.copyOf(migrations.list(module.name()));
        String to = wish.to();
        if (to == null) {
            return all;
        }
        Version newest = wish.modules().size() == 1
                ? new Revisions(migrations)
                        .get(to.contains("@") ? to : module.name() + "@" + to)
                        .version()
                : Version.find(to).orElseThrow(() -> noVersion(to));
        return all.stream()
                .filter(each -> each.version().compareTo(newest) <= 0)
                .toList();
    }

    private static ProblemException noVersion(String typed) {
        return Problem.of(
                        ProblemCode.INVALID_TARGET,
                        "'" + typed + "' is no version, and only a version means something in several modules.",
                        "migrations history")
                .asException();
    }

    /** What stays of the module itself is newer than the baseline, whatever version that has taken over. */
    private void checkOwn(Cut cut, List<Problem> problems) {
        migrations.list(cut.module().name()).stream()
                .filter(each -> !cut.squashed().contains(each))
                .filter(each -> each.version().compareTo(cut.version()) <= 0)
                .findFirst()
                .ifPresent(each -> problems.add(Refusal.of(
                        cut.module().name(),
                        "The baseline of " + cut.module().name() + " would have the version " + cut.version()
                                + ", because it builds on a module that is cut there, and " + each
                                + " would be left before it.",
                        "Cut all of them at one version: --to " + cut.version())));
    }

    private void checkDependents(Cut cut, List<Problem> problems) {
        for (Module module : migrations.modules().list()) {
            boolean dependent = migrations
                    .modules()
                    .dependenciesOf(module.name())
                    .contains(cut.module().name());
            boolean ordered = migrations.hasTimestamps(module.name())
                    && migrations.hasTimestamps(cut.module().name());
            if (!dependent || !ordered) {
                continue;
            }
            Cut other = cuts.get(module.name());
            migrations.list(module.name()).stream()
                    .filter(each -> other == null || !other.squashed().contains(each))
                    .filter(each -> age(each.version()) < age(cut.version()))
                    .findFirst()
                    .ifPresent(each -> problems.add(Refusal.of(
                            cut.module().name(),
                            each + " builds on " + cut.module().name() + " as it was before " + cut.newest()
                                    + ": it is older than the cut.",
                            "Cut before it (--to), or squash both: migrations squash "
                                    + cut.module().name() + " " + module.name() + " --to " + cut.version())));
        }
    }

    private static long age(Version version) {
        return version.age().orElse(Long.MIN_VALUE);
    }
}

package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Takes one module back as far as it goes while the others stay, and up again. */
final class WayBack {

    private final Migrations migrations;
    private final Planner planner;
    private final Protocol protocol;

    WayBack(Migrations migrations, Planner planner, Protocol protocol) {
        this.migrations = migrations;
        this.planner = planner;
        this.protocol = protocol;
    }

    void prove(Line line, Module module) throws SQLException {
        Histories histories = line.histories();
        Optional<Plan> plan = findFarthest(histories, module);
        if (plan.isEmpty()) {
            return; // what has no way back is told of each migration
        }
        try (Line branch = line.branch()) {
            Catalog whole = branch.catalog();
            Optional<Failure> down = branch.tryOut(plan.get().steps());
            if (down.isPresent()) {
                protocol.failed(down.get(), "when " + module.name() + " was taken back beside the others");
                return;
            }
            Plan up = planner.upgrade(branch.histories(), targets(histories), true);
            Optional<Failure> again = branch.tryOut(up.steps());
            if (again.isPresent()) {
                protocol.failed(again.get(), "when " + module.name() + " had been taken back and came up again");
                return;
            }
            List<Difference> differences = branch.differences(whole);
            if (differences.isEmpty()) {
                int steps = plan.get().steps().size();
                protocol.replayed("back and up again beside the others: " + module.name() + " (" + steps
                        + (steps == 1 ? " step)" : " steps)"));
            } else {
                protocol.found(
                        Problem.inModule(
                                ProblemCode.REPLAY_DIFFERS,
                                module.name(),
                                "After " + module.name() + " was taken back beside the others and came up again, the"
                                        + " database is not what it was.",
                                "See which migration makes these objects. If it is another module's, add to it the line"
                                        + " '-- depends-on: " + module.name()
                                        + "@VERSION' with the version that it needs:"
                                        + " then it is undone first."),
                        differences);
            }
        }
    }

    /** Modules of which something had been applied; the others are not brought in now. */
    private List<Target> targets(Histories histories) {
        return migrations.modules().list().stream()
                .map(Module::name)
                .filter(each -> !histories.of(each).isEmpty())
                .map(Target::parse)
                .toList();
    }

    /** To its base, or as far as nothing irreversible is in the way. */
    private Optional<Plan> findFarthest(Histories histories, Module module) {
        int applied = histories.of(module.name()).applied().size();
        for (int steps = applied; steps > 0; steps--) {
            try {
                Target target = Target.parse(module.name() + "@-" + steps);
                return Optional.of(planner.downgrade(histories, target, true));
            } catch (ProblemException e) {
                if (e.problems().stream().noneMatch(each -> isNoWayBack(each.code()))) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNoWayBack(ProblemCode code) {
        return code == ProblemCode.IRREVERSIBLE
                || code == ProblemCode.NOT_A_DOWNGRADE_TARGET
                || code == ProblemCode.INVALID_TARGET;
    }
}

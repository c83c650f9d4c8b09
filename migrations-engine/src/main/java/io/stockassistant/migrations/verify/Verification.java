package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Rebuild;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.ScriptRoles;
import io.stockassistant.migrations.shadow.Shadow;
import java.sql.SQLException;
import java.util.List;

/** Proves migrations on throw-away databases. */
public final class Verification {

    private final Migrations migrations;
    private final Planner planner;
    private final Shadow shadow;
    private final Replay replay;

    public Verification(Migrations migrations, Shadow shadow, Replay replay) {
        this.migrations = migrations;
        this.planner = new Planner(migrations);
        this.shadow = shadow;
        this.replay = replay;
    }

    /**
     * Proves what a database has not seen yet.
     *
     * @param histories of that database; with none in them, everything is proven
     * @throws ProblemException if files cannot be read, contradict each other or the histories
     * @throws SQLException if the shadow's server fails
     */
    public Verified verify(VerifyWish wish, Histories histories) throws SQLException {
        wish.modules().forEach(migrations.modules()::get);
        ProblemException.throwIfAny(planner.fileProblems());
        Rebuild applied = planner.rebuild(histories);
        applied.unknown().values().forEach(ProblemException::throwIfAny);
        Protocol protocol = new Protocol();
        try (ScriptRoles roles = new ScriptRoles(shadow);
                Line line = new Line(shadow, replay.with(roles), migrations)) {
            prove(line, wish, applied.plan().steps(), histories, protocol);
        }
        return protocol.result();
    }

    private void prove(Line line, VerifyWish wish, List<Step> applied, Histories histories, Protocol protocol)
            throws SQLException {
        var failure = line.go(applied);
        if (failure.isPresent()) {
            protocol.failed(failure.get(), "when what is applied was built from empty");
            return;
        }
        Plan pending = planner.upgrade(line.histories(), targets(wish), true);
        boolean whole = goUp(line, wish, pending.steps(), protocol);
        Orders orders = new Orders(migrations, planner, protocol);
        if (whole && !applied.isEmpty() && planner.hasLateArrivals(histories, pending)) {
            orders.proveWrittenOrder(line, planner.fromEmpty(histories, applied, pending.steps()));
        }
        for (var module : migrations.modules().list()) {
            if (wish.concerns(module.name()) && (!applied.isEmpty() || !dependsOnAll(module.name()))) {
                orders.proveGroup(line, module);
            }
        }
        if (whole) {
            WayBack back = new WayBack(migrations, planner, protocol);
            for (var module : migrations.modules().list()) {
                if (wish.concerns(module.name())) {
                    back.prove(line, module);
                }
            }
        }
    }

    /** Then its replay is that of everything, which was seen already. */
    private boolean dependsOnAll(String module) {
        return migrations.modules().dependenciesOf(module).size() + 1
                == migrations.modules().list().size();
    }

    private static List<Target> targets(VerifyWish wish) {
        return wish.modules().stream().sorted().map(Target::parse).toList();
    }

    private static boolean goUp(Line line, VerifyWish wish, List<Step> steps, Protocol protocol) throws SQLException {
        Rows rows = wish.withRows() ? new KeptRows(protocol) : Rows.NONE;
        UpAndDown proof = new UpAndDown(line, protocol, rows);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean isProven = !step.recorded() && wish.concerns(step.module());
            boolean goesOn = (isProven && step.change() instanceof Migration migration)
                    ? proof.prove(step, migration)
                    : goUp(line, step, protocol);
            if (!goesOn) {
                steps.subList(i + 1, steps.size())
                        .forEach(each -> protocol.skipped(new Skipped(
                                each.module(),
                                each.findVersion().map(Object::toString).orElse(each.name()),
                                false,
                                "not reached")));
                return false;
            }
        }
        return true;
    }

    private static boolean goUp(Line line, Step step, Protocol protocol) throws SQLException {
        var failure = line.go(List.of(step));
        failure.ifPresent((Failure each) -> protocol.failed(each, "on its way up"));
        return failure.isEmpty();
    }
}

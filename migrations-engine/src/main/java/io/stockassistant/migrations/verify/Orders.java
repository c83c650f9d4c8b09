package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.replay.ShadowFailure;
import io.stockassistant.migrations.script.Migrations;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Proves the orders in which databases meet migrations: an empty one, one that has some already, one without the rest. */
final class Orders {

    /** The server knows no such schema, relation, column, function or other object. */
    private static final Set<String> NOT_THERE = Set.of("3F000", "42P01", "42703", "42883", "42704");

    private final Migrations migrations;
    private final Planner planner;
    private final Protocol protocol;

    Orders(Migrations migrations, Planner planner, Protocol protocol) {
        this.migrations = migrations;
        this.planner = planner;
        this.protocol = protocol;
    }

    /** What came late here, an empty database meets in the order in which it was written. */
    void proveWrittenOrder(Line line, Plan written) throws SQLException {
        try (Line other = line.fromEmpty()) {
            Optional<Failure> failure = other.go(written.steps());
            if (failure.isPresent()) {
                protocol.failed(
                        failure.get(), "where it runs in the order in which it was written, as on an empty database");
                return;
            }
            List<Difference> differences = line.differences(other.catalog());
            if (differences.isEmpty()) {
                protocol.replayed("late arrivals: the same in the order in which they were written, and after what is"
                        + " applied");
            } else {
                protocol.found(
                        Problem.of(
                                ProblemCode.ORDER_DIFFERS,
                                "Migrations that come late here leave another database than an empty one gets, where"
                                        + " they run in the order in which they were written.",
                                "Give the late ones newer timestamps: migrations rebase MODULE"),
                        differences);
            }
        }
    }

    /** A module and what it depends on, without the others. */
    void proveGroup(Line beside, Module module) throws SQLException {
        try (Line line = beside.fromEmpty()) {
            Plan plan = planner.upgrade(Histories.empty(), List.of(Target.parse(module.name())), false);
            Optional<Failure> failure = line.go(plan.steps());
            if (failure.isEmpty()) {
                Set<String> group = new TreeSet<>(migrations.modules().dependenciesOf(module.name()));
                protocol.replayed("from empty: " + module.name()
                        + (group.isEmpty() ? " alone" : " with " + String.join(", ", group)));
                return;
            }
            Optional<Module> missing = findMissing(module, failure.get());
            if (missing.isEmpty()) {
                protocol.failed(
                        failure.get(), "where " + module.name() + " runs from empty with what it depends on alone");
            } else {
                protocol.found(undeclared(failure.get(), missing.get()), List.of());
            }
        }
    }

    private static Problem undeclared(Failure failure, Module missing) {
        String module = failure.step().module();
        return new Problem(
                ProblemCode.MISSING_DEPENDENCY,
                module,
                failure.step().findVersion().map(Object::toString).orElse(null),
                ShadowFailure.place(failure),
                failure.step().name() + " needs " + missing.name() + ", on which " + module
                        + " does not depend: without it, " + ShadowFailure.message(failure) + ".",
                "Let " + module + " depend on " + missing.name()
                        + ": dependsOn() of its descriptor, or depends-on= in module.properties.");
    }

    private Optional<Module> findMissing(Module module, Failure failure) {
        return NOT_THERE.contains(String.valueOf(failure.sqlState()))
                ? migrations.modules().list().stream()
                        .filter(each -> !each.name().equals(module.name())
                                && !migrations
                                        .modules()
                                        .dependenciesOf(module.name())
                                        .contains(each.name()))
                        .filter(each -> Pattern.compile(
                                        "(?<![\\w.])\"?" + Pattern.quote(each.schema()) + "\"?(\\.|$| )")
                                .matcher(failure.message())
                                .find())
                        .findFirst()
                : Optional.empty();
    }
}

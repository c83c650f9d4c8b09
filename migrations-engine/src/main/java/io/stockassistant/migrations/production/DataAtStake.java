package io.stockassistant.migrations.production;

import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Looks up in the live database how many rows the tables and columns hold that a plan drops. */
public final class DataAtStake {

    /** A plan with none of these words takes nothing, and then nobody has to follow its names. */
    private static final Pattern MAY_TAKE = Pattern.compile("drop|truncate|delete|using", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Modules modules;

    public DataAtStake(Connection connection, Modules modules) {
        this.connection = connection;
        this.modules = modules;
    }

    /**
     * In the order of the plan. What the plan itself creates is not at stake; what neither the plan nor the database has
     * under a name is, with rows that nobody knows.
     */
    public List<AtStake> list(Plan plan, Scripts scripts) throws SQLException {
        boolean mayTake = plan.steps().stream()
                .map(scripts::of)
                .anyMatch(script -> script.findWork().isPresent()
                        || script.statements().stream()
                                .anyMatch(statement ->
                                        MAY_TAKE.matcher(statement.sql()).find()));
        if (!mayTake) {
            return List.of();
        }
        PlannedLosses losses = new PlannedLosses(new LiveTables(connection));
        for (Step step : plan.steps()) {
            losses.begin(step.name(), modules.get(step.module()).schema());
            if (scripts.of(step).findWork().isPresent()) {
                String name = step.file().name();
                boolean down = step.direction() == Direction.DOWN;
                losses.add(List.of(down ? new Effect.Unknown("what " + name + " takes back") : new Effect.Unsure()));
            }
            for (Statement statement : scripts.of(step).statements()) {
                losses.add(Drops.list(statement));
            }
        }
        return losses.list();
    }
}

package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.plan.Step;
import java.util.List;

/**
 * What a migration did, up or down, statement by statement; of one that failed, up to where it did.
 *
 * @param statements in their order; one in Java is a single statement without text
 * @param created tables that it has made, as they are at its end
 * @param tables all that there are at its end, also those
 * @param before all tables that there were at its beginning
 */
public record MigrationEffects(
        Step step,
        List<StatementEffects> statements,
        List<TableState> created,
        List<TableState> tables,
        List<TableState> before) {

    public MigrationEffects {
        statements = List.copyOf(statements);
        created = List.copyOf(created);
        tables = List.copyOf(tables);
        before = List.copyOf(before);
    }
}

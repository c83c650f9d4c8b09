package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.effect.TableState;
import java.util.List;

/**
 * Whether rows of a database in use break what a statement asks for.
 *
 * @param schema in which names without a schema stand, without quotes
 * @param tables that it reads, with the columns that it names
 * @param rows a query with one row for each answer, whatever is in it; names of tables have their schema
 * @param one what a single answer is, for example {@code row with NULL in state}
 * @param many what several are
 */
public record RowQuestion(String schema, List<Named> tables, String rows, String one, String many) {

    /**
     * @param table as the statement met it
     * @param columns their numbers; never 0
     */
    public record Named(TableState table, List<Integer> columns) {

        public Named {
            columns = List.copyOf(columns);
        }
    }

    public RowQuestion {
        tables = List.copyOf(tables);
    }
}

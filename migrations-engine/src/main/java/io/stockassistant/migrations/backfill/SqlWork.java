package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.script.RangeSql;
import java.sql.SQLException;
import java.util.Map;

/** A statement with the ends of a range in it. */
record SqlWork(Statements statements, RangeSql sql) implements RangeWork {

    @Override
    public void carryOut(KeyTable table, KeyRange range, String before, String after) throws SQLException {
        String work = sql.with(Map.of(
                "from", table.values(range.from()),
                "to", table.values(range.to()),
                "table", table.name(),
                "todo", "(" + table.todo() + ")"));
        statements.execute(before + work + "\n;\n" + after);
    }
}

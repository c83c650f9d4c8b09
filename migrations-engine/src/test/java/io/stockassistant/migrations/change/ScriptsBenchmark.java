package io.stockassistant.migrations.change;

import io.stockassistant.migrations.change.pgcodekeeper.PgCodeKeeperDiff;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long the comparison of many tables takes, 14 columns each. No test: {@code -Dtest=ScriptsBenchmark} runs it, with
 * {@code -Dtables=300} for some numbers of them. The
 * first time of each size has the loading of classes in it, as a command has.
 */
final class ScriptsBenchmark {

    private static final List<Integer> SIZES =
            List.of(System.getProperty("tables", "30,100,300").split(",", -1)).stream()
                    .map(Integer::valueOf)
                    .toList();

    /** What was done to the other database: a name, and SQL for the table in which {@code $i} is its number. */
    private record Change(String name, String sql, int every) {}

    private static final List<Change> CHANGES = List.of(
            new Change("nothing differs", "", 1),
            new Change("all only looks different", """
                    ALTER TABLE t$i DROP CONSTRAINT t$i_status_check;
                    ALTER TABLE t$i ADD CONSTRAINT t$i_status_check CHECK ((status)::text = ANY
                        ((ARRAY['new'::character varying, 'old'::character varying])::text[]));
                    """, 1),
            new Change("one column differs", "ALTER TABLE t$i ALTER COLUMN b TYPE varchar(60)", Integer.MAX_VALUE),
            new Change("a tenth of the tables differs", """
                    ALTER TABLE t$i ADD COLUMN n integer, ALTER COLUMN b TYPE varchar(60), ALTER COLUMN i SET DEFAULT 7;
                    CREATE INDEX t$i_h ON t$i (h); COMMENT ON TABLE t$i IS 'another';
                    """, 10),
            new Change("all tables differ", """
                    ALTER TABLE t$i ADD COLUMN n integer, ALTER COLUMN b TYPE varchar(60), ALTER COLUMN i SET DEFAULT 7;
                    CREATE INDEX t$i_h ON t$i (h); COMMENT ON TABLE t$i IS 'another';
                    """, 1));

    @Test
    void ofManyTables() throws SQLException {
        try (Shadow shadow = TestShadow.open();
                ShadowDatabase empty = shadow.create()) {
            execute(empty, "CREATE SCHEMA shop");
            for (int tables : SIZES) {
                try (ShadowDatabase one = shadow.create()) {
                    execute(one, "CREATE SCHEMA shop; SET search_path = shop; " + each(tables, 1, TABLE));
                    for (Change change : CHANGES) {
                        try (ShadowDatabase other = shadow.cloneOf(one)) {
                            execute(other, "SET search_path = shop; " + each(tables, change.every(), change.sql()));
                            measure(shadow, tables, change.name(), one, other);
                        }
                    }
                    measure(shadow, tables, "all is new", empty, one);
                    measure(shadow, tables, "all is gone", one, empty);
                }
            }
        }
    }

    private static void measure(Shadow shadow, int tables, String what, ShadowDatabase from, ShadowDatabase to)
            throws SQLException {
        long begun = System.nanoTime();
        ChangeScript script =
                new SchemaComparison(shadow, new PgCodeKeeperDiff(), Pair.SHOP).script(from, to, List.of());
        System.out.printf(
                "%4d tables, %-30s %6d ms, %5d statements, %d unresolved%n",
                tables,
                what + ":",
                (System.nanoTime() - begun) / 1_000_000,
                script.statements().size(),
                script.unresolved().size());
    }

    private static final String TABLE = """
            CREATE TABLE t$i (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text NOT NULL, b varchar(40),
                c numeric(10, 2) DEFAULT 0, d timestamptz DEFAULT now(), e boolean NOT NULL DEFAULT false, f jsonb,
                g uuid DEFAULT gen_random_uuid(), h date, i int CHECK (i > 0), j text, l text[],
                status varchar(20) NOT NULL CHECK (status IN ('new', 'old')), parent bigint REFERENCES t$1);
            CREATE INDEX t$i_a ON t$i (a) WHERE e;
            CREATE UNIQUE INDEX t$i_b ON t$i (lower(b));
            COMMENT ON TABLE t$i IS 'number $i';
            """;

    private static String each(int tables, int step, String sql) {
        StringBuilder all = new StringBuilder();
        for (long i = 1; i <= tables; i += step) {
            all.append(sql.replace("$i", Long.toString(i)).replace("$1", Long.toString(Math.max(i - 1, 1))))
                    .append(";\n");
        }
        return all.toString();
    }

    private static void execute(ShadowDatabase database, String sql) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

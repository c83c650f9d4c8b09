package io.stockassistant.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.database.ObservedConnection;
import io.stockassistant.migrations.database.StatementListener;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A catalog of 300 tables with 14 columns each. */
class ManyTablesTest {

    private static final int TABLES = 300;
    private static final int MOST_STATEMENTS = 25;

    /** What it takes on two idle cores is a fourth of it; the tests seldom have them for themselves. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    @Test
    void isReadWithTheSameFewStatementsAsAnEmptyOne() throws SQLException {
        try (Shadow shadow = TestShadow.open();
                ShadowDatabase database = shadow.create();
                Connection connection = database.open("")) {
            int ofEmpty = read(connection);
            create(connection);
            assertThat(read(connection)).isEqualTo(ofEmpty).isLessThanOrEqualTo(MOST_STATEMENTS);
            long start = System.nanoTime();
            Catalog catalog = CatalogReader.read(connection, Scope.wholeDatabase());
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            System.out.println("A catalog of " + TABLES + " tables: " + taken.toMillis() + " ms");
            assertThat(catalog.list(Kind.COLUMN)).hasSize(TABLES * 14);
            assertThat(taken).isLessThan(PATIENCE);
        }
    }

    /** How many statements it takes; one message may hold several. */
    private static int read(Connection connection) throws SQLException {
        AtomicInteger sent = new AtomicInteger();
        StatementListener counting = (sql, data) -> {
            sent.addAndGet(sql.startsWith("BEGIN") ? sql.split(";", -1).length : 1);
            return new StatementListener.Sent() {
                @Override
                public void done() {
                    // counted when it was sent
                }

                @Override
                public void failed(SQLException reason) {
                    throw new IllegalStateException(reason);
                }
            };
        };
        CatalogReader.read(ObservedConnection.of(connection, counting), Scope.wholeDatabase());
        return sent.get();
    }

    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    DO $$ BEGIN FOR i IN 1..300 LOOP EXECUTE format('
                        CREATE TABLE t%s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text NOT NULL, b varchar(40),
                            c numeric(10, 2) DEFAULT 0, d timestamptz DEFAULT now(), e boolean NOT NULL DEFAULT false, f jsonb,
                            g uuid DEFAULT gen_random_uuid(), h date, i int CHECK (i > 0), j text, k int, l text[],
                            parent bigint REFERENCES t%s)', i, greatest(i - 1, 1));
                        EXECUTE format('CREATE INDEX t%s_a ON t%s (a) WHERE e', i, i);
                        EXECUTE format('CREATE UNIQUE INDEX t%s_b ON t%s (lower(b))', i, i);
                        EXECUTE format('COMMENT ON TABLE t%s IS ''number %s''', i, i);
                    END LOOP; END $$
                    """);
        }
    }
}

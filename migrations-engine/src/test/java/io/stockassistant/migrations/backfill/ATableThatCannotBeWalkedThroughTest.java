package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.problem.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is refused before anything is done, where batches would read all of it, or leave rows out. */
class ATableThatCannotBeWalkedThroughTest {

    private static final String BOTH = """
            -- table: tree
            -- key: a, b
            UPDATE tree SET n = 1 WHERE (a, b) BETWEEN (:from) AND (:to);
            """;

    @TempDir
    private Path folder;

    private Orchard orchard(String index) throws SQLException {
        return new Orchard(folder, """
                CREATE TABLE tree (a varchar(9) NOT NULL, b int NOT NULL, n int);
                INSERT INTO tree SELECT mod(i, 7), i FROM generate_series(1, 100) i;
                CREATE INDEX ON tree %s;
                """.formatted(index)).backfill(BOTH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (a, b DESC)
            (a) INCLUDE (b)
            (b, a)
            (a NULLS FIRST, b NULLS FIRST)
            (a DESC NULLS LAST, b DESC NULLS LAST)
            (a varchar_pattern_ops, b)
            (a COLLATE "POSIX", b)
            """)
    void becauseNoIndexHasItsKeysInOrder(String index) throws SQLException {
        try (Orchard orchard = orchard(index)) {
            assertThatThrownBy(orchard::run)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("walks through farm.tree by a, b, and no index begins with that");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a, b)", "(a DESC, b DESC)", "(a, b, n DESC)", "(a varchar_ops, b) INCLUDE (n)"})
    void unlessOneCanBeReadForwardOrBackward(String index) throws SQLException {
        try (Orchard orchard = orchard(index)) {
            assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(orchard.run().rows()).isEqualTo(100);
        }
    }

    @Test
    void becauseItsRoleDoesNotSeeAllRows() throws SQLException {
        try (Orchard orchard = orchard("(a, b)")) {
            String farmer =
                    "farmer_of_" + orchard.ask("SELECT current_database()").get(0);
            orchard.sql("""
                    CREATE ROLE %1$s;
                    GRANT ALL ON SCHEMA farm TO %1$s;
                    ALTER TABLE farm.tree OWNER TO %1$s;
                    ALTER TABLE farm.tree ENABLE ROW LEVEL SECURITY;
                    CREATE POLICY low ON farm.tree USING (b < 10);
                    DO $$ BEGIN
                        EXECUTE format('GRANT CREATE ON DATABASE %%1$I TO %1$s', current_database());
                        EXECUTE format('ALTER DATABASE %%1$I SET role = %1$s', current_database());
                    END $$;
                    """.formatted(farmer));
            try {
                orchard.sql("ALTER TABLE farm.tree FORCE ROW LEVEL SECURITY");
                assertThatThrownBy(orchard::run)
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("walks through farm.tree, whose row-level security may hide rows");

                orchard.sql("CREATE POLICY whole ON farm.tree TO " + farmer + " USING (true)");
                assertThat(orchard.run().rows()).isEqualTo(100);
            } finally {
                orchard.sql("SET ROLE NONE; DROP OWNED BY " + farmer + " CASCADE; DROP ROLE " + farmer);
            }
        }
    }
}

package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.problem.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partition whose rows are elsewhere is not left out in silence. */
class APartitionOnAnotherServerTest {

    @TempDir
    private Path folder;

    @Test
    void isRefusedByName() throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int NOT NULL, day date NOT NULL, n int) PARTITION BY RANGE (day);
                CREATE INDEX ON tree (id);
                CREATE TABLE tree_1 PARTITION OF tree FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
                CREATE FOREIGN DATA WRAPPER elsewhere;
                CREATE SERVER far FOREIGN DATA WRAPPER elsewhere;
                CREATE FOREIGN TABLE "tree far" PARTITION OF tree FOR VALUES FROM ('2026-02-01') TO ('2026-03-01') SERVER far;
                INSERT INTO tree SELECT i, '2026-01-01', NULL FROM generate_series(1, 10) i;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    UPDATE :table SET n = 1 WHERE id BETWEEN :from AND :to;
                    """);
            assertThatThrownBy(orchard::run)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("goes partition by partition, and farm.\"tree far\" is on another server");
            orchard.sql("ALTER TABLE farm.tree DETACH PARTITION farm.\"tree far\"");
            assertThat(orchard.run().rows()).isEqualTo(10);
        }
    }
}

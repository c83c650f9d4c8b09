package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What there is little of at the end keeps nobody waiting. */
class TheEndOfABackfillTest {

    private static final String BACKFILL = """
            -- table: tree
            -- key: id
            -- todo: n IS NULL
            -- batch-size: 20000
            UPDATE tree SET n = id WHERE id BETWEEN :from AND :to AND :todo;
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} workers, {1} rows: {2} batches")
    @CsvSource({"1, 15000, 1", "2, 15000, 2", "2, 9000, 1"})
    void isSharedByItsWorkers(int workers, int rows, String batches) throws SQLException {
        try (Orchard orchard = orchard(rows)) {
            assertThat(orchard.run(Orchard.workers(workers)).state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(orchard.ask("SELECT batches_done FROM migrations.backfill"))
                    .containsExactly(batches);
            assertThat(orchard.ask("SELECT rows_done FROM migrations.backfill"))
                    .containsExactly(Integer.toString(rows));
            assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n = id"))
                    .containsExactly(Integer.toString(rows));
        }
    }

    @Test
    void isLookedForBySeveralProcessesOfTheServer() throws SQLException {
        try (Orchard orchard = orchard(1000)) {
            orchard.run();
            orchard.sql(
                    "ALTER TABLE farm.tree SET (parallel_workers = 2);"
                            + " DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET parallel_setup_cost = 0', current_database()); END $$");
            KeyTable table = new KeyTable("farm.tree", List.of("id"), List.of("integer"), "n IS NULL");
            assertThat(orchard.ask("EXPLAIN "
                            + table.isLeft("SELECT table_name, key FROM migrations.backfill_failure", false)))
                    .anyMatch(each -> each.contains("Parallel Seq Scan on tree"));
        }
    }

    private Orchard orchard(int rows) throws SQLException {
        return new Orchard(
                        folder,
                        "CREATE TABLE tree (id int PRIMARY KEY, n int);"
                                + " INSERT INTO tree SELECT i FROM generate_series(1, " + rows + ") i; ANALYZE tree")
                .backfill(BACKFILL);
    }
}

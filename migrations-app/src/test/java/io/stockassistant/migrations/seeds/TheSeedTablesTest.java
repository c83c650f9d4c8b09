package io.stockassistant.migrations.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first migrations of the three modules build, compared with the tables that were to be built. */
class TheSeedTablesTest {

    private static MigratedSeeds database;

    @BeforeAll
    static void migrate() throws Exception {
        database = MigratedSeeds.create();
    }

    @AfterAll
    static void drop() throws Exception {
        database.close();
    }

    static List<SeedTable> tables() {
        return Seeds.tables();
    }

    static List<Seeds.Index> indexes() {
        return Seeds.indexes();
    }

    @Test
    void areAllThereAndAloneInTheirSchemas() throws SQLException {
        assertThat(database.rows(CatalogQueries.TABLES))
                .containsExactlyInAnyOrderElementsOf(
                        tables().stream().map(SeedTable::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void haveTheirColumnsInOrder(SeedTable table) throws SQLException {
        List<String> expected = table.columns().stream()
                .map(column -> String.join(
                        " | ", column.name(), fullName(column.type()), column.nullable(), column.defaultValue()))
                .toList();
        assertThat(database.rows(CatalogQueries.COLUMNS, table.toString())).containsExactlyElementsOf(expected);
    }

    private static String fullName(String type) {
        return type.replace("varchar", "character varying").replace("timestamptz", "timestamp with time zone");
    }

    @Test
    void haveTheirPrimaryUniqueAndForeignKeysAndNoOthers() throws SQLException {
        Stream<String> uniqueIndexes = indexes().stream()
                .filter(Seeds.Index::unique)
                .map(index -> index.table() + " | u | " + index.columns() + " | ");
        Stream<String> keys = tables().stream().flatMap(TheSeedTablesTest::keys);
        assertThat(database.rows(CatalogQueries.KEYS))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(keys, uniqueIndexes).toList());
    }

    private static Stream<String> keys(SeedTable table) {
        Stream<String> primary = Stream.of(table.name() + " | p | " + table.primaryKey() + " | ");
        Stream<String> unique = table.columns().stream()
                .filter(SeedTable.Column::isUnique)
                .map(column -> table.name() + " | u | " + column.name() + " | ");
        Stream<String> foreign = table.columns().stream()
                .filter(column -> column.key().contains("fk "))
                .map(column -> table.name() + " | f | " + column.name() + " | "
                        + column.key().replaceFirst(".*fk (\\S+).*", "$1"));
        return Stream.of(primary, unique, foreign).flatMap(key -> key);
    }

    @ParameterizedTest
    @MethodSource("indexes")
    void haveEachIndexOrAKeyThatBeginsWithItsColumns(Seeds.Index index) throws SQLException {
        assertThat(liveIndexes())
                .anyMatch(live -> live.is(index)
                        || (live.ofConstraint() && !index.unique() && live.leadsWith(index.table(), index.columns())));
    }

    @Test
    void haveNoIndexThatOnlyRepeatsTheBeginningOfAnother() throws SQLException {
        List<LiveIndex> all = liveIndexes();
        assertThat(all)
                .noneMatch(index -> all.stream()
                        .anyMatch(other ->
                                !other.name().equals(index.name()) && other.leadsWith(index.table(), index.columns())));
    }

    @Test
    void haveAnIndexForEveryForeignKey() throws SQLException {
        List<LiveIndex> all = liveIndexes();
        assertThat(foreignKeyColumns())
                .isNotEmpty()
                .allMatch(key -> all.stream().anyMatch(index -> index.leadsWith(key[0], key[2])));
    }

    @Test
    void haveNoIndexThatNobodyAskedFor() throws SQLException {
        List<String[]> foreignKeys = foreignKeyColumns();
        assertThat(liveIndexes())
                .filteredOn(index -> !index.ofConstraint())
                .allMatch(index ->
                        indexes().stream().anyMatch(seed -> index.name().equals(seed.name()))
                                || foreignKeys.stream().anyMatch(key -> index.leadsWith(key[0], key[2])));
    }

    @Test
    void nameConstraintsAndIndexesByTableAndColumns() throws SQLException {
        assertThat(database.rows(CatalogQueries.CONSTRAINT_NAMES)).isNotEmpty().allSatisfy(row -> {
            String[] names = row.split(" \\| ", -1);
            assertThat(names[0]).isEqualTo(names[1]);
        });
        assertThat(liveIndexes())
                .filteredOn(index -> !index.ofConstraint())
                .allSatisfy(index -> assertThat(index.name())
                        .isEqualTo("ix_" + index.table() + "_" + index.columns().replace(',', '_')));
    }

    @Test
    void sayInEnglishWhatEachTableAndColumnMeans() throws SQLException {
        int tablesAndColumns =
                tables().stream().mapToInt(table -> 1 + table.columns().size()).sum();
        assertThat(database.rows(CatalogQueries.COMMENTS))
                .hasSize(tablesAndColumns)
                .allSatisfy(row -> assertThat(row.split(" \\| ", 3)[2]).matches("\\p{ASCII}{8,}"));
    }

    @ParameterizedTest
    @CsvSource({
        "job_type, 'DAILY', ck_sync_tasks_job_type",
        "status, 'pending', ck_sync_tasks_status",
        "current_offset, -1, ck_sync_tasks_current_offset",
        "batch_size, 0, ck_sync_tasks_batch_size",
        "total_processed, -1, ck_sync_tasks_total_processed",
    })
    void refuseASyncTaskOutsideItsClosedSets(String column, String value, String constraint) throws SQLException {
        String task = """
                DELETE FROM data_engineering.sync_tasks;
                INSERT INTO data_engineering.sync_tasks (id, job_type, status)
                VALUES ('00000000-0000-0000-0000-000000000001', 'DAILY_HISTORY', 'PENDING');
                """;
        database.run(task);
        assertThatThrownBy(
                        () -> database.run("UPDATE data_engineering.sync_tasks SET " + column + " = '" + value + "'"))
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource({
        "job_type, 'DAILY', ck_sync_failure_records_job_type",
        "retry_count, -1, ck_sync_failure_records_retry_count",
        "max_retries, -1, ck_sync_failure_records_max_retries",
    })
    void refuseASyncFailureOutsideItsClosedSets(String column, String value, String constraint) throws SQLException {
        String failure = """
                DELETE FROM data_engineering.sync_failure_records;
                INSERT INTO data_engineering.sync_failure_records (id, job_type, third_code)
                VALUES ('00000000-0000-0000-0000-000000000001', 'FINANCE_INCREMENTAL', '000001.SZ');
                """;
        database.run(failure);
        assertThatThrownBy(() -> database.run(
                        "UPDATE data_engineering.sync_failure_records SET " + column + " = '" + value + "'"))
                .hasMessageContaining(constraint);
    }

    private static List<LiveIndex> liveIndexes() throws SQLException {
        return database.rows(CatalogQueries.INDEXES).stream().map(LiveIndex::of).toList();
    }

    private static List<String[]> foreignKeyColumns() throws SQLException {
        return database.rows(CatalogQueries.KEYS).stream()
                .map(row -> row.split(" \\| ", -1))
                .filter(key -> key[1].equals("f"))
                .toList();
    }
}

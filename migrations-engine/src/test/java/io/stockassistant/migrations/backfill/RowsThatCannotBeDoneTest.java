package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One row in a hundred holds no number; the others are done. */
class RowsThatCannotBeDoneTest {

    private static final String NUMBERS = """
            -- table: tree
            -- key: id
            -- todo: n IS NULL
            -- batch-size: 500
            -- max-attempts: 2
            UPDATE tree SET n = word::int WHERE id BETWEEN :from AND :to AND :todo;
            """;

    @TempDir
    private Path folder;

    private Orchard orchard;

    @BeforeEach
    void plant() throws SQLException {
        orchard = new Orchard(folder, """
                CREATE TABLE tree (id int PRIMARY KEY, word text, n int);
                INSERT INTO tree SELECT i, CASE WHEN i % 100 = 7 THEN 'none' ELSE i::text END FROM generate_series(1, 5000) i;
                """);
        orchard.backfill(NUMBERS);
    }

    @AfterEach
    void end() {
        orchard.close();
    }

    @Test
    void areRecordedOnceEachAndTheOthersAreDone() throws SQLException {
        BackfillBook book = orchard.run(Orchard.workers(2));

        assertThat(book.state()).isEqualTo(BackfillState.FAILED);
        assertThat(book.failures()).isEqualTo(50);
        assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n = id")).containsExactly("4950");
        assertThat(orchard.ask("SELECT id::text FROM farm.tree WHERE n IS NULL"
                        + " EXCEPT ALL SELECT key[1] FROM migrations.backfill_failure"))
                .isEmpty();
        assertThat(orchard.ask("SELECT DISTINCT sqlstate || ' ' || attempts FROM migrations.backfill_failure"))
                .containsExactly("22P02 1");
        try (Connection connection = orchard.connect()) {
            BackfillFailure first = orchard.books(connection).listFailures(orchard.revision(), 100).stream()
                    .filter(each -> each.key().equals(List.of("7")))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.message()).contains("invalid input syntax for type integer: \"none\"");
        }
    }

    /** More than 64 of them, and everybody's queries have to look up on disk what has become of them. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 50})
    void leaveTransactionsOfFewParts(int oneIn) throws SQLException {
        orchard.sql("UPDATE farm.tree SET word = CASE WHEN id % " + oneIn + " = 1 THEN 'none' ELSE id::text END;"
                + " ALTER TABLE farm.tree ADD COLUMN batch bigint");
        orchard.backfill("""
                -- table: tree
                -- key: id
                -- batch-size: 4000
                UPDATE tree SET n = word::int, batch = txid_current() WHERE id BETWEEN :from AND :to;
                """);

        BackfillBook book = orchard.run(BackfillSettings.DEFAULTS);

        assertThat(book.rows()).isEqualTo(5000);
        assertThat(book.failures()).isEqualTo(5000 / oneIn);
        assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n = id"))
                .containsExactly(Integer.toString(5000 - 5000 / oneIn));
        assertThat(orchard.ask("SELECT max(parts) BETWEEN 2 AND 64 FROM (SELECT count(DISTINCT xmin::text) AS parts"
                        + " FROM farm.tree WHERE n IS NOT NULL GROUP BY batch) each"))
                .containsExactly("t");
    }

    @Test
    void areDoneWithTheRowsOfTheirKeyWhereThatIsNotUnique() throws SQLException {
        orchard.sql("ALTER TABLE farm.tree ADD COLUMN row int; UPDATE farm.tree SET row = id, n = NULL;"
                + " ALTER TABLE farm.tree DROP CONSTRAINT tree_pkey; UPDATE farm.tree SET id = id / 7;"
                + " CREATE INDEX ON farm.tree (id); ALTER TABLE farm.tree ALTER COLUMN id SET NOT NULL");
        orchard.backfill("""
                -- table: tree
                -- key: id
                UPDATE tree SET n = coalesce(n, 0) + word::int WHERE id BETWEEN :from AND :to;
                """);

        BackfillBook book = orchard.run(Orchard.workers(2));

        assertThat(book.failures()).isEqualTo(50);
        assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n = row")).containsExactly("4650");
        assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n IS NULL"))
                .containsExactly("350");
    }

    @Test
    void areTriedAgainWhenSomebodySaysSo() throws SQLException {
        orchard.run();
        orchard.sql("UPDATE farm.tree SET word = id WHERE word = 'none' AND id <> 107");
        try (Connection connection = orchard.connect()) {
            assertThat(orchard.books(connection).retry(orchard.revision())).isEqualTo(50);
            assertThat(orchard.books(connection).retry(orchard.revision())).isZero();
        }

        BackfillBook book = orchard.run();

        assertThat(book.state()).isEqualTo(BackfillState.FAILED);
        assertThat(book.failures()).isEqualTo(1);
        assertThat(orchard.ask("SELECT key[1] || ' ' || attempts FROM migrations.backfill_failure"
                        + " WHERE resolved_at IS NULL"))
                .containsExactly("107 2");
        assertThat(orchard.ask("SELECT resolution || ' ' || count(*) FROM migrations.backfill_failure"
                        + " WHERE resolved_at IS NOT NULL GROUP BY resolution"))
                .containsExactly("retried 49");
    }

    @Test
    void areNoFailuresAnyMoreWhenSomebodySaysSo() throws SQLException {
        orchard.run();
        orchard.sql("UPDATE farm.tree SET n = 0 WHERE word = 'none' AND id > 200");
        try (Connection connection = orchard.connect()) {
            BackfillBooks books = orchard.books(connection);
            assertThat(books.resolve(orchard.revision(), List.of("7"), "a test"))
                    .isEqualTo(1);
            assertThat(books.resolve(orchard.revision(), List.of("8"), "a test"))
                    .isZero();
            assertThat(books.resolve(orchard.revision(), List.of(), "old")).isEqualTo(49);
        }
        // They count as done, whatever the condition says.
        assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
        assertThat(orchard.ask("SELECT DISTINCT resolution FROM migrations.backfill_failure ORDER BY 1"))
                .containsExactly("a test", "old");
    }

    /** It does not know which rows they are. */
    @Test
    void mayBeFoundByTheFilesOwnCheckWhenTheyAreResolved() throws SQLException {
        orchard.backfill(NUMBERS.replace("-- todo: n IS NULL\n", "").replace(" AND :todo", "")
                + "SELECT * FROM tree WHERE n IS NULL ORDER BY id;\n");
        orchard.run();
        try (Connection connection = orchard.connect()) {
            orchard.books(connection).resolve(orchard.revision(), List.of(), "tests");
        }

        assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);

        orchard.sql("UPDATE migrations.backfill SET state = 'failed'; INSERT INTO farm.tree VALUES (-1, NULL, NULL)");
        assertThat(orchard.run().state()).as("one more is left").isEqualTo(BackfillState.FAILED);
    }

    /** Otherwise one that is resolved in one partition would hide another one. */
    @Test
    void areTheirPartitionsWhereThatIsWalkedThrough() throws SQLException {
        try (Orchard parted = new Orchard(folder.resolve("parted"), """
                CREATE TABLE tree (id int NOT NULL, part int, n int, word text) PARTITION BY LIST (part);
                CREATE INDEX ON tree (id);
                CREATE TABLE tree_1 PARTITION OF tree FOR VALUES IN (1);
                CREATE TABLE tree_2 PARTITION OF tree FOR VALUES IN (2);
                INSERT INTO tree VALUES (7, 1, NULL, 'none'), (7, 2, NULL, NULL);
                """)) {
            parted.backfill("""
                    -- table: tree
                    -- key: id
                    -- todo: n IS NULL
                    UPDATE :table SET n = word::int WHERE id BETWEEN :from AND :to AND :todo;
                    """);
            assertThat(parted.run().failures()).isEqualTo(1);
            try (Connection connection = parted.connect()) {
                parted.books(connection).resolve(parted.revision(), List.of(), "a test");
            }

            assertThat(parted.run().state()).as("id 7 of tree_2 is left").isEqualTo(BackfillState.FAILED);

            parted.sql("UPDATE farm.tree_2 SET word = '7'");
            assertThat(parted.run().state()).isEqualTo(BackfillState.COMPLETE);
        }
    }

    /** Whether a row is the one of a failure, its type says. */
    @Test
    void areKnownByTheirKeyHoweverItIsWritten() throws SQLException {
        orchard.sql("DROP TABLE farm.tree; CREATE TABLE farm.tree (id numeric NOT NULL, word text, n int);"
                + " CREATE INDEX ON farm.tree (id); INSERT INTO farm.tree VALUES (1.0, 'none'), (1.00, 'none')");
        assertThat(orchard.run().failures()).isEqualTo(1);
        try (Connection connection = orchard.connect()) {
            orchard.books(connection).resolve(orchard.revision(), List.of(), "a test");
        }
        assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
    }

    @Test
    void areTriedSoOftenWhereSomebodyHasThemLocked() throws SQLException {
        orchard.sql("UPDATE farm.tree SET word = id");
        try (Connection client = orchard.connect();
                Statement statement = client.createStatement()) {
            client.setAutoCommit(false);
            statement.execute("SELECT FROM farm.tree WHERE id = 4711 FOR UPDATE");

            BackfillBook book = orchard.run(Orchard.workers(2));

            assertThat(book.failures()).isEqualTo(1);
            assertThat(orchard.ask("SELECT key[1] || ' ' || sqlstate FROM migrations.backfill_failure"))
                    .containsExactly("4711 55P03");
            assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n = id"))
                    .containsExactly("4999");
        }
    }

    /** The rest of a large table would only fill the books. */
    @Test
    void areNotSoughtToTheEndWhereAlmostAllRowsAre() throws SQLException {
        orchard.sql("UPDATE farm.tree SET word = 'none' WHERE id > 10");

        BackfillBook book = orchard.run();

        assertThat(book.state()).isEqualTo(BackfillState.FAILED);
        assertThat(book.failures()).isBetween(1_000L, 2_500L);
        assertThat(book.findMessage().orElseThrow())
                .matches(
                        "Of the last [\\d,]+ rows, [\\d,]+ could not be done: this looks like a mistake of the backfill,"
                                + " not of the rows\\.");
        assertThat(orchard.run().failures()).as("the next run goes on").isGreaterThan(book.failures());
    }
}

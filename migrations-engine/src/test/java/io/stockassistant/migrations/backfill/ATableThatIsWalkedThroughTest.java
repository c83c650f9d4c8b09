package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row is done, and none of them twice, whatever the key is. */
class ATableThatIsWalkedThroughTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a number                 | k bigint PRIMARY KEY                              | k         | i
                    a number with gaps       | k bigint PRIMARY KEY                              | k         | i * i * 7 - 300
                    a uuid                   | k uuid PRIMARY KEY                                | k         | md5(i::text)::uuid
                    text of a language       | k text COLLATE "C" PRIMARY KEY                    | k         | concat(chr(97 + i % 26), E'\\'\\\\é', i)
                    a time                   | k timestamptz PRIMARY KEY                         | k         | '2026-03-29 00:00+01'::timestamptz + i * interval '1 min'
                    bytes                    | k bytea PRIMARY KEY                               | k         | decode(md5(i::text), 'hex')
                    a float                  | k float8 PRIMARY KEY                              | k         | i / 3.0
                    numeric                  | k numeric(20,6) PRIMARY KEY                       | k         | i / 7.0
                    a network                | k inet PRIMARY KEY                                | k         | '10.0.0.0'::inet + i
                    two columns              | a text, b int, PRIMARY KEY (a, b)                 | a, b      | (i % 7)::text, i
                    three columns            | a date, b uuid, c int, PRIMARY KEY (a, b, c)      | a, b, c   | '2026-01-01'::date + i % 5, md5((i / 3)::text)::uuid, i
                    the first of two columns | a int, b int, PRIMARY KEY (a, b)                  | a         | i / 9, i
                    many with one value      | k int NOT NULL                                    | k         | i % 3
                    names in quotes          | "My Key" int PRIMARY KEY, "select" int DEFAULT 0  | "My Key"  | i
                    """)
    void hasEachRowDoneOnce(String words, String columns, String key, String values) throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE "Tree" (%s, n int NOT NULL DEFAULT 0);
                CREATE INDEX ON "Tree" (%s);
                INSERT INTO "Tree" SELECT %s FROM generate_series(1, 1000) i;
                """.formatted(columns, key, values))) {
            orchard.backfill("""
                    -- table: "Tree"
                    -- key: %s
                    -- batch-size: 37
                    UPDATE "Tree" SET n = n + 1 WHERE %s BETWEEN %s AND %s -- both included
                    ;
                    """.formatted(
                            key,
                            key.contains(",") ? "(" + key + ")" : key,
                            key.contains(",") ? "(:from)" : ":from",
                            key.contains(",") ? "(:to)" : ":to"));

            BackfillBook book = orchard.run(Orchard.workers(3));

            assertThat(book.state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(book.rows()).isEqualTo(1000);
            assertThat(orchard.ask("SELECT n || ':' || count(*) FROM farm.\"Tree\" GROUP BY n"))
                    .containsExactly("1:1000");
            assertThat(orchard.ask("SELECT * FROM migrations.backfill_batch")).isEmpty();
        }
    }

    @Test
    void isDonePartitionByPartition() throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int, day date, n int NOT NULL DEFAULT 0, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
                CREATE TABLE tree_1 PARTITION OF tree FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
                CREATE TABLE tree_2 PARTITION OF tree FOR VALUES FROM ('2026-02-01') TO ('2026-03-01') PARTITION BY LIST (id);
                CREATE TABLE tree_2_all PARTITION OF tree_2 DEFAULT;
                INSERT INTO tree SELECT i, '2026-01-01'::date + i % 59 FROM generate_series(1, 1000) i;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id, day
                    -- batch-size: 50
                    UPDATE :table SET n = n + 1 WHERE (id, day) BETWEEN (:from) AND (:to);
                    """);

            BackfillBook book = orchard.run(Orchard.workers(2));

            assertThat(book.state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(orchard.ask("SELECT n || ':' || count(*) FROM farm.tree GROUP BY n"))
                    .containsExactly("1:1000");
        }
    }

    @Test
    void aRangeOfSeveralColumnsIsNoReasonToReadTheWholeTable() throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (kind text, id int, PRIMARY KEY (kind, id));
                INSERT INTO tree SELECT i % 100, i FROM generate_series(1, 10000) i;
                ANALYZE tree;
                CREATE TABLE plans (line text);
                CREATE FUNCTION plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE line text; BEGIN
                    EXECUTE 'EXPLAIN ' || query INTO line;
                    RETURN line;
                END $$;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: kind, id
                    INSERT INTO plans SELECT plan_of(
                        format('SELECT * FROM tree WHERE (kind, id) BETWEEN (%L, %L) AND (%L, %L)', :from, :to));
                    """);

            assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(orchard.ask("SELECT line FROM farm.plans"))
                    .isNotEmpty()
                    .noneMatch(each -> each.contains("Seq Scan"));
        }
    }

    @Test
    void isDoneByTwoProcessesAtOnce() throws Exception {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);
                INSERT INTO tree SELECT i FROM generate_series(1, 3000) i;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    -- batch-size: 10
                    UPDATE tree SET n = n + 1 WHERE id BETWEEN :from AND :to;
                    """);
            BackfillBook[] other = new BackfillBook[1];
            Thread process = new Thread(() -> {
                try {
                    other[0] = orchard.run(Orchard.workers(2));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            process.start();
            BackfillBook book = orchard.run(Orchard.workers(2));
            process.join();

            assertThat(book.state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(other[0].state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(book.rows()).isEqualTo(3000);
            assertThat(orchard.ask("SELECT DISTINCT n FROM farm.tree")).containsExactly("1");
        }
    }

    /** Rows that come behind the last one are none of the walk's: it would meet its own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UPDATE tree SET id = id + 10000, n = n + 1                    | 1000
                    INSERT INTO tree SELECT id + 10000, n + 1 FROM tree           | 2000
                    """)
    void isLeftWhereItsStatementAddsRows(String statement, long rows) throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);
                INSERT INTO tree SELECT i FROM generate_series(1, 1000) i;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    -- batch-size: 10
                    %s WHERE id BETWEEN :from AND :to;
                    """.formatted(statement));

            BackfillBook book = orchard.run(Orchard.workers(2));

            assertThat(book.rows()).isEqualTo(1000);
            assertThat(orchard.ask("SELECT count(*) FROM farm.tree")).containsExactly(String.valueOf(rows));
            assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n = 1 AND id BETWEEN 10001 AND 11000"))
                    .containsExactly("1000");
        }
    }

    @Test
    void isCompleteAtOnceWhereThereIsNothingToDo() throws SQLException {
        try (Orchard orchard = new Orchard(folder, "CREATE TABLE tree (id int PRIMARY KEY, n int)")) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    -- todo: n IS NULL
                    UPDATE tree SET n = 1 WHERE id BETWEEN :from AND :to AND :todo;
                    """);
            assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(orchard.run().batches()).isZero();
        }
    }

    @Test
    void isWalkedThroughAgainForRowsThatCameMeanwhile() throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int PRIMARY KEY, n int);
                INSERT INTO tree SELECT i * 2 FROM generate_series(1, 100) i;
                CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF new.id = 200 THEN INSERT INTO farm.tree VALUES (5, NULL); END IF;
                    RETURN new;
                END $$;
                CREATE TRIGGER late BEFORE UPDATE ON tree FOR EACH ROW EXECUTE FUNCTION late();
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    -- todo: n IS NULL
                    -- batch-size: 10
                    UPDATE tree SET n = 1 WHERE id BETWEEN :from AND :to AND :todo;
                    """);
            assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n IS NULL"))
                    .containsExactly("0");
        }
    }

    @Test
    void isNotCompleteWhileRowsAreLeft() throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int PRIMARY KEY, n int, asleep boolean);
                INSERT INTO tree SELECT i, NULL, i = 50 FROM generate_series(1, 100) i;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    -- todo: n IS NULL
                    UPDATE tree SET n = 1 WHERE id BETWEEN :from AND :to AND NOT asleep;
                    """);
            BackfillBook left = orchard.run();
            assertThat(left.state()).isEqualTo(BackfillState.FAILED);
            assertThat(left.findMessage())
                    .contains("Rows are left to do after it has walked through the table 3 times.");

            orchard.sql("UPDATE farm.tree SET asleep = false");

            assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE n IS NULL"))
                    .containsExactly("0");
        }
    }

    @Test
    void isNotCompleteWhileItsCheckFindsRows() throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);
                INSERT INTO tree SELECT i FROM generate_series(1, 100) i;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    UPDATE tree SET n = n + 1 WHERE id BETWEEN :from AND :to;
                    SELECT FROM :table WHERE n < 2;
                    """);
            assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(orchard.ask("SELECT DISTINCT n FROM farm.tree")).containsExactly("2");
        }
    }

    /** Question marks of operators, and comments at the end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NOT notes ? 'n'              |
            NOT notes ? 'n' -- the old ones |
            NOT notes ?& array['n', 'm'] | SELECT FROM tree WHERE NOT notes ? 'm' -- the old ones
            """)
    void hasConditionsAsTheServerReadsThem(String todo, @Nullable String check) throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int NOT NULL, notes jsonb NOT NULL DEFAULT '{}');
                CREATE INDEX ON tree (id);
                INSERT INTO tree SELECT i / 2 FROM generate_series(1, 100) i;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    -- todo: %s
                    UPDATE tree SET notes = notes || '{"n": 1, "m": 2}' WHERE id BETWEEN :from AND :to AND :todo
                    ;
                    %s
                    """.formatted(todo, check == null ? "" : check));

            assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
            assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE notes ? 'n'"))
                    .containsExactly("100");
        }
    }
}

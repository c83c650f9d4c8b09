package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row of a thousand cannot be done, for the most different reasons: it is recorded, and the others are done. */
class WhatOneRowRefusesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                a row of another table is missing, at the commit | 23503 | UPDATE tree SET kind = id WHERE id BETWEEN :from AND :to AND :todo
                two rows for one value    | 21000 | UPDATE tree SET kind = (SELECT id FROM twice WHERE twice.id = tree.id) WHERE id BETWEEN :from AND :to AND :todo
                too long for an index     | 54000 | UPDATE tree SET kind = 1, long = CASE id WHEN 7 THEN (SELECT string_agg(md5(i::text), '') FROM generate_series(1, 500) i) END WHERE id BETWEEN :from AND :to AND :todo
                no case for it            | 20000 | UPDATE tree SET kind = refuse(id, '20000') WHERE id BETWEEN :from AND :to AND :todo
                a code that somebody made up | U0001 | UPDATE tree SET kind = refuse(id, 'U0001') WHERE id BETWEEN :from AND :to AND :todo
                """)
    void isRecorded(String words, String state, String statement) throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE kind (id int PRIMARY KEY);
                INSERT INTO kind SELECT i FROM generate_series(1, 1000) i WHERE i <> 7;
                CREATE TABLE twice (id int);
                INSERT INTO twice SELECT i FROM generate_series(1, 1000) i UNION ALL SELECT 7;
                CREATE TABLE tree (
                    id int PRIMARY KEY, kind int, long text UNIQUE,
                    FOREIGN KEY (kind) REFERENCES kind DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO tree SELECT i FROM generate_series(1, 1000) i;
                CREATE FUNCTION refuse(id int, code text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN
                    IF id = 7 THEN RAISE EXCEPTION 'not this one' USING ERRCODE = code; END IF;
                    RETURN 1;
                END $$;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    -- todo: kind IS NULL
                    %s;
                    """.formatted(statement));

            BackfillBook book = orchard.run(Orchard.workers(2));

            assertThat(book.state()).isEqualTo(BackfillState.FAILED);
            assertThat(orchard.ask("SELECT key[1] || ' ' || sqlstate FROM migrations.backfill_failure"))
                    .containsExactly("7 " + state);
            assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE kind IS NOT NULL"))
                    .containsExactly("999");
        }
    }

    /** The first piece has had its constraints checked at once; the next ones wait for their end as it did. */
    @Test
    void leavesTheOthersTheirConstraintsThatWait() throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE kind (id int PRIMARY KEY);
                CREATE TABLE tree (id int PRIMARY KEY, kind int REFERENCES kind DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO tree SELECT i FROM generate_series(1, 1000) i;
                CREATE FUNCTION child_first(low int, high int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
                    UPDATE farm.tree SET kind = 1000 / (id - 777) WHERE id BETWEEN low AND high;
                    INSERT INTO farm.kind SELECT kind FROM farm.tree WHERE id BETWEEN low AND high ON CONFLICT DO NOTHING;
                END $$;
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    SELECT child_first(:from, :to);
                    """);

            assertThat(orchard.run().failures()).isEqualTo(1);
            assertThat(orchard.ask("SELECT id FROM farm.tree WHERE kind IS NULL"))
                    .containsExactly("777");
        }
    }

    /** The server repeats the value; the books of many such rows would be larger than the rows. */
    @Test
    void isRecordedInShort() throws SQLException {
        try (Orchard orchard = new Orchard(folder, """
                CREATE TABLE tree (id int PRIMARY KEY, word text, n int);
                INSERT INTO tree SELECT 7, repeat(U&'\\+01F333', 100000);
                """)) {
            orchard.backfill("""
                    -- table: tree
                    -- key: id
                    UPDATE tree SET n = word::int WHERE id BETWEEN :from AND :to;
                    """);

            assertThat(orchard.run().failures()).isEqualTo(1);
            assertThat(orchard.ask("SELECT length(message) FROM migrations.backfill_failure"))
                    .containsExactly("1002");
        }
    }
}

package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stockassistant.migrations.testing.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhatAScriptMayHoldTest {

    private static final int BODIES_SINCE = 14;

    @RegisterExtension
    final Scene scene = new Scene();

    @Test
    void severalBlocksOfInlineData() throws SQLException {
        scene.modules().upgrade("shop", "1__data", """
                CREATE TABLE t (id int PRIMARY KEY, s text);
                COPY t (id, s) FROM stdin;
                1\tit's a "quote" and a backslash \\\\ and $$ ; -- no comment
                2\t\\N
                3\t😀\\ttab
                \\.
                ALTER TABLE t ADD COLUMN n int DEFAULT 7;
                COPY t FROM stdin WITH (FORMAT csv);
                4,"with, comma and ""quotes"" and '",8
                \\.
                -- nothing in this one
                COPY t FROM stdin;
                \\.
                UPDATE t SET n = n + 1 WHERE id = 4;
                """);
        assertThat(scene.up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.rows("SELECT * FROM shop.t ORDER BY id"))
                .containsExactly(
                        "1|it's a \"quote\" and a backslash \\ and $$ ; -- no comment|7",
                        "2|null|7",
                        "3|😀\ttab|7",
                        "4|with, comma and \"quotes\" and '|9");
    }

    @Test
    void inlineDataWithoutATransaction() throws SQLException {
        scene.modules()
                .upgrade("shop", "1__data", "CREATE TABLE t (id int);\nCOPY t FROM stdin;\n1\n2\n\\.\nVACUUM t;\n")
                .withoutTransaction("shop", "V1__data");
        assertThat(scene.up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.rows("SELECT count(*) FROM shop.t")).containsExactly("2");
    }

    @Test
    void functionsWithQuotedBodies() throws SQLException {
        scene.modules().upgrade("shop", "1__functions", """
                CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$
                BEGIN
                    RETURN 1; -- a semicolon; and an apostrophe: it's
                END $$;
                CREATE FUNCTION two() RETURNS text LANGUAGE sql AS $body$ SELECT 'a $$ b;' $body$;
                CREATE PROCEDURE three() LANGUAGE plpgsql AS 'BEGIN PERFORM ''x;y''; END';
                CALL three();
                DO $do$ BEGIN PERFORM one(); END $do$;
                CREATE TABLE t AS SELECT one() AS one, two() AS two, E'a\\'b;' AS three, U&'\\0041' AS four;
                """);
        assertThat(scene.up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.rows("SELECT * FROM shop.t")).containsExactly("1|a $$ b;|a'b;|A");
    }

    @Test
    void functionsWithBodiesOfStatements() throws SQLException {
        assumeThat(TestPostgres.shared().major()).isGreaterThanOrEqualTo(BODIES_SINCE);
        scene.modules().upgrade("shop", "1__functions", """
                CREATE TABLE t (id int);
                CREATE PROCEDURE fill() BEGIN ATOMIC
                    INSERT INTO t VALUES (1);
                    INSERT INTO t SELECT CASE WHEN id = 1 THEN 2 END FROM t;
                END;
                CALL fill();
                """);
        assertThat(scene.up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.rows("SELECT * FROM shop.t ORDER BY 1")).containsExactly("1", "2");
    }

    @Test
    void megabytes() throws SQLException {
        StringBuilder script = new StringBuilder("CREATE TABLE t (id int, s text);\n");
        String filling = "x".repeat(980);
        for (int i = 0; i < 3000; i++) {
            script.append("INSERT INTO t VALUES (")
                    .append(i)
                    .append(", '")
                    .append(filling)
                    .append("');\n");
        }
        scene.modules().upgrade("shop", "1__much", script.toString());
        assertThat(scene.up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.rows("SELECT count(*), sum(length(s)) FROM shop.t")).containsExactly("3000|2940000");
    }

    @Test
    void savepoints() throws SQLException {
        scene.modules().upgrade("shop", "1__savepoint", """
                CREATE TABLE t (id int);
                SAVEPOINT s;
                INSERT INTO t VALUES (1);
                ROLLBACK TO SAVEPOINT s;
                INSERT INTO t VALUES (2);
                RELEASE SAVEPOINT s;
                """);
        assertThat(scene.up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.rows("SELECT * FROM shop.t")).containsExactly("2");
    }
}

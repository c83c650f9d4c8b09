package io.stockassistant.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way back locks, rewrites and reads as the table says, and loses what its way there has made and nothing else. */
class WhatTheWayBackDoesTest {

    private static final String BEFORE = """
            -- irreversible: a test
            CREATE TABLE t (id int PRIMARY KEY, a int, b int NOT NULL DEFAULT 1);
            CREATE INDEX t_a ON t (a);
            CREATE TABLE o (id int PRIMARY KEY);
            """;

    private record Case(String name, String up, String down, List<String> expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = new ArrayList<>();

    private static void way(String name, String up, String down, String... expected) {
        CASES.add(new Case(name, up, down, List.of(expected)));
    }

    static {
        way(
                "rewrites",
                "ALTER TABLE t ALTER a TYPE bigint;",
                "ALTER TABLE t ALTER a TYPE int;",
                "column-type-rewrite",
                "may-not-fit-data");
        way("builds index", "DROP INDEX t_a;", "CREATE INDEX t_a ON t (a);", "index-not-concurrent");
        way(
                "builds index concurrently",
                "DROP INDEX CONCURRENTLY IF EXISTS t_a;",
                "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_a ON t (a);");
        way(
                "sets not null",
                "ALTER TABLE t ALTER b DROP NOT NULL;",
                "ALTER TABLE t ALTER b SET NOT NULL;",
                "set-not-null-scan",
                "may-not-fit-data");
        way(
                "adds check",
                "ALTER TABLE t DROP COLUMN a;",
                "ALTER TABLE t ADD COLUMN a int; CREATE INDEX t_a ON t (a);",
                "index-not-concurrent");
        way(
                "adds not null column",
                "ALTER TABLE t DROP COLUMN b;",
                "ALTER TABLE t ADD COLUMN b int NOT NULL;",
                "add-column-not-null");
        way(
                "drops new column",
                "ALTER TABLE t ADD COLUMN c int;",
                "ALTER TABLE t DROP COLUMN c;",
                "way-back-loses-data");
        way(
                "drops new column twice named",
                "ALTER TABLE t ADD COLUMN c int, ADD COLUMN d text;",
                "ALTER TABLE t DROP COLUMN d; ALTER TABLE t DROP COLUMN c;",
                "way-back-loses-data");
        way(
                "by mistake, drops old column",
                "ALTER TABLE t ADD COLUMN c int;",
                "ALTER TABLE t DROP COLUMN a;",
                "drop-column");
        way(
                "by mistake, drops old table",
                "CREATE TABLE n (id int);",
                "DROP TABLE o; DROP TABLE n;",
                "drop-table",
                "way-back-loses-data");
        way("by mistake, empties old table", "INSERT INTO o VALUES (70001);", "TRUNCATE o;", "truncate");
        way("by mistake, fails", "ALTER TABLE t ADD COLUMN c int;", "ALTER TABLE t DROP COLUMN nothing;", "cannot-run");
        way("renames", "ALTER TABLE t RENAME COLUMN a TO x;", "ALTER TABLE t RENAME COLUMN x TO a;");
        way(
                "new table",
                "CREATE TABLE n (id int PRIMARY KEY, o int REFERENCES o); CREATE INDEX ON n (o);",
                "DROP TABLE n;",
                "way-back-loses-data",
                "drop-locks-referenced");
        way("a view", "CREATE VIEW v AS SELECT a FROM t;", "DROP VIEW v;");
        way("check", "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;", "ALTER TABLE t DROP CONSTRAINT c;");
        way("default", "ALTER TABLE t ALTER a SET DEFAULT 1;", "ALTER TABLE t ALTER a DROP DEFAULT;");
        way("enum", "CREATE TYPE e AS ENUM ('a');", "DROP TYPE e;");
        way(
                "in a block",
                "ALTER TABLE t ADD COLUMN c int;",
                "DO $$ BEGIN ALTER TABLE t DROP COLUMN c; END $$;",
                "way-back-loses-data");
        way("all rows", "UPDATE t SET a = 1 WHERE id = 1;", "UPDATE t SET a = 2;", "whole-table-write");
        way(
                "two tables",
                "ALTER TABLE t ADD c int;",
                "ALTER TABLE t DROP c; ALTER TABLE o ADD x int; ALTER TABLE o DROP x;",
                "way-back-loses-data",
                "several-tables-locked");
        way(
                "drops partition made",
                "CREATE TABLE p (id int) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p DEFAULT;",
                "DROP TABLE p;",
                "way-back-loses-data");
        way("emptied own table", "CREATE TABLE n (id int);", "TRUNCATE n; DROP TABLE n;", "way-back-loses-data");
        way("deletes rows", "INSERT INTO o VALUES (70001);", "DELETE FROM o WHERE id = 70001;");
        way("deletes all rows", "INSERT INTO o VALUES (70001);", "DELETE FROM o;", "whole-table-write");
        way(
                "a moved table",
                "CREATE SCHEMA way_back_other; ALTER TABLE o SET SCHEMA way_back_other;",
                "ALTER TABLE way_back_other.o SET SCHEMA %s; DROP SCHEMA way_back_other;");
        way("a dropped table", "DROP TABLE o;", "CREATE TABLE o (id int PRIMARY KEY);");
        way("materialized view", "CREATE MATERIALIZED VIEW m AS SELECT a FROM t;", "DROP MATERIALIZED VIEW m;");
        way("widened varchar", "ALTER TABLE t ADD c varchar(10);", "ALTER TABLE t DROP c;", "way-back-loses-data");
        way("sequence", "CREATE SEQUENCE s;", "DROP SEQUENCE s;");
    }

    @TempDir
    private static Path folder;

    private static LintReport report;

    @BeforeAll
    static void lint() throws SQLException {
        LintedFiles files = new LintedFiles(folder);
        for (int i = 0; i < CASES.size(); i++) {
            files.with(module(i) + "/V1__before.sql", BEFORE)
                    .with(module(i) + "/V2__it.sql", CASES.get(i).up() + "\n")
                    .with(module(i) + "/U2__it.sql", CASES.get(i).down().replace("%s", module(i)) + "\n");
        }
        report = files.report();
    }

    private static String module(int index) {
        return "w%03d".formatted(index);
    }

    static Stream<Case> cases() {
        return CASES.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isSeen(Case each) {
        assertThat(report.findings())
                .filteredOn(one -> one.module().equals(module(CASES.indexOf(each))))
                .filteredOn(one -> one.file().endsWith("/U2__it.sql"))
                .extracting(Finding::code)
                .containsExactlyInAnyOrderElementsOf(each.expected());
    }
}

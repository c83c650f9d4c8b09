package io.stockassistant.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that upgrade would refuse is a finding, and so is each that comes behind it. */
class FilesThatCannotRunTest {

    @TempDir
    private Path folder;

    @Test
    void areAllFoundAtOnce() throws SQLException {
        LintReport report = new LintedFiles(folder)
                .with("a/V1__t.sql", "-- irreversible: a test\nCREATE TABLE t (id int PRIMARY KEY);\n")
                .with("a/V2__b.sql", "-- irreversible: a test\nBEGIN;\nALTER TABLE t ADD COLUMN a int;\nCOMMIT;\n")
                .with("a/V3__c.sql", "-- irreversible: a test\nSELECT 1;\n")
                .with("a/V4__d.sql", "-- irreversible: a test\nSELECT 'open;\n")
                .report();

        assertThat(report.findings())
                .extracting(LintedFiles::shown)
                .containsExactly(
                        "transaction-control a/V2__b.sql:2",
                        "transaction-control a/V2__b.sql:4",
                        "unusable-file a/V4__d.sql:2",
                        "not-reached a/V3__c.sql:1");
    }

    @Test
    void areFoundWhereAnotherModuleStandsOnThem() throws SQLException {
        LintReport report = new LintedFiles(folder)
                .with("a/V1__t.sql", "-- irreversible: a test\nCREATE TABLE t (id int PRIMARY KEY);\n")
                .with("a/V2__b.sql", "-- irreversible: a test\nALTER TABLE nothing ADD COLUMN a int;\n")
                .with("a/V3__c.sql", "-- irreversible: a test\nALTER TABLE t ADD COLUMN a int;\n")
                .with("b/module.properties", "depends-on=a\n")
                .with("b/V1__d.sql", "-- irreversible: a test\n-- depends-on: a@3\nCREATE TABLE d (id int);\n")
                .report("b");

        assertThat(report.findings())
                .extracting(LintedFiles::shown)
                .containsExactly("cannot-run a/V2__b.sql:2", "not-reached b/V1__d.sql:1");
    }

    @Test
    void areFoundOnTheWayBack() throws SQLException {
        LintReport report = new LintedFiles(folder)
                .with("a/V1__t.sql", "CREATE TABLE t (id int PRIMARY KEY);\n")
                .with("a/U1__t.sql", "DROP TABLE t;\nROLLBACK;\n")
                .report();

        assertThat(report.findings())
                .extracting(LintedFiles::shown)
                .containsExactly("transaction-control a/U1__t.sql:2");
    }

    @Test
    void areFoundToFailOnRowsWhereNoRuleKnowsWhy() throws SQLException {
        LintReport report = new LintedFiles(folder)
                .with("a/V1__t.sql", "CREATE TABLE t (id int PRIMARY KEY);\n")
                .with("a/U1__t.sql", "DROP TABLE t;\n")
                .with(
                        "a/V2__b.sql",
                        "-- irreversible: a test\nDO $$ BEGIN IF EXISTS (SELECT FROM t) THEN RAISE EXCEPTION 'rows';"
                                + " END IF; END $$;\n")
                .report();

        assertThat(report.findings()).extracting(LintedFiles::shown).containsExactly("fails-on-rows a/V2__b.sql:2");
    }
}

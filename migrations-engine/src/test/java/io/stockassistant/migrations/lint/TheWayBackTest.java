package io.stockassistant.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back is run as well: there has to be one, and what it loses or locks is said. */
class TheWayBackTest {

    @TempDir
    private static Path folder;

    private static LintReport report;

    @BeforeAll
    static void lint() throws SQLException {
        report = new LintedFiles(folder)
                .with("a/V1__t.sql", "CREATE TABLE t (id int PRIMARY KEY, a int);\n")
                .with("a/V2__c.sql", "-- irreversible: rows were merged\nALTER TABLE t ADD COLUMN c int;\n")
                .with("a/V3__n.sql", """
                        CREATE TABLE n (id int PRIMARY KEY, t int REFERENCES t);
                        CREATE INDEX n_t ON n (t);
                        CREATE VIEW v AS SELECT id FROM n;
                        ALTER TABLE t ADD COLUMN b int, ADD COLUMN d int NOT NULL DEFAULT 1;
                        ALTER TABLE t RENAME COLUMN a TO e;
                        """)
                .with("a/U3__n.sql", """
                        ALTER TABLE t RENAME COLUMN e TO a;
                        ALTER TABLE t ALTER COLUMN d DROP NOT NULL;
                        ALTER TABLE t DROP COLUMN d, DROP COLUMN b;
                        DROP TABLE n CASCADE;
                        """)
                .with("a/V4__i.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_b ON t (b);\n")
                .with("a/U4__i.sql", "DROP INDEX CONCURRENTLY IF EXISTS t_b;\n")
                .with("a/V5__k.sql", "INSERT INTO n VALUES (70000, NULL);\n")
                .with("a/U5__k.sql", "DELETE FROM n WHERE id = 70000;\n")
                .with("a/R__v.sql", "CREATE OR REPLACE VIEW w AS SELECT id FROM t;\n")
                .report();
    }

    private static List<String> found(String code) {
        return report.findings().stream()
                .filter(each -> each.code().equals(code))
                .map(LintedFiles::shown)
                .toList();
    }

    @Test
    void isMissedWhereNothingIsSaidAboutIt() {
        assertThat(found("no-way-back")).containsExactly("no-way-back a/V1__t.sql:1");
    }

    @Test
    void saysOnceForAFileWhatIsLost() {
        assertThat(report.findings())
                .filteredOn(each -> each.code().equals("way-back-loses-data"))
                .extracting(Finding::message)
                .containsExactly("Undoing a@3 loses table a.n, column a.t.b, column a.t.d.");
    }

    @Test
    void isNotBlamedForTakingBackWhatTheWayThereDid() {
        assertThat(report.findings())
                .filteredOn(each -> each.file().contains("/U"))
                .extracting(Finding::code)
                .contains("way-back-loses-data")
                .doesNotContain("drop-table", "drop-column", "drop-not-null", "drop-cascade", "truncate", "rename");
    }
}

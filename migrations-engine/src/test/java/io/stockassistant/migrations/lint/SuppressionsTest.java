package io.stockassistant.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comment takes a finding away where it stands, if it says why, and is a finding itself if it takes nothing away. */
class SuppressionsTest {

    @TempDir
    private static Path folder;

    private static LintReport report;

    @BeforeAll
    static void lint() throws SQLException {
        LintedFiles files = new LintedFiles(folder);
        with(files, "file", """
                -- lint:ignore drop-column nobody has used them since spring
                ALTER TABLE t DROP COLUMN a;
                ALTER TABLE t DROP COLUMN b;
                """);
        with(
                files,
                "marked",
                "\uFEFF-- lint:ignore drop-column nobody has used them\r\nALTER TABLE t\r\n DROP COLUMN a;\r\n");
        with(files, "one", """
                ALTER TABLE t DROP COLUMN a;
                -- lint:ignore drop-column nobody has used it since spring
                ALTER TABLE t DROP COLUMN b;
                """);
        with(files, "behind", """
                ALTER TABLE t DROP COLUMN a; -- lint:ignore drop-column not used
                ALTER TABLE t DROP COLUMN b;
                """);
        with(files, "last", """
                ALTER TABLE t DROP COLUMN a;
                ALTER TABLE t DROP COLUMN b; -- lint:ignore drop-column not used
                """);
        with(files, "silent", """
                -- lint:ignore drop-column
                ALTER TABLE t DROP COLUMN a;
                """);
        with(files, "unused", """
                -- lint:ignore drop-table nobody needs it
                ALTER TABLE t DROP COLUMN a;
                -- lint:ignore drop-column this one has nothing
                SELECT 1;
                """);
        with(files, "unknown", """
                -- lint:ignore drop-colum nobody needs it
                ALTER TABLE t DROP COLUMN a;
                -- lint:ignore
                SELECT 1;
                """);
        with(files, "lost", """
                DO $$ BEGIN
                    -- lint:ignore drop-column nobody needs it
                    ALTER TABLE t DROP COLUMN a;
                END $$;
                -- lint:ignore drop-column nobody needs it
                """);
        report = files.report();
    }

    private static void with(LintedFiles files, String module, String sql) {
        files.with(module + "/V1__before.sql", "CREATE TABLE t (id int PRIMARY KEY, a int, b int);\n")
                .with(module + "/V2__it.sql", sql)
                .with(module + "/U2__it.sql", "-- irreversible: a test\n");
    }

    private static List<String> found(String module) {
        return report.findings().stream()
                .filter(each -> each.migration().equals(module + "@2"))
                .map(each -> each.severity() + " " + each.code() + ":" + each.line())
                .toList();
    }

    @Test
    void aboveTheFirstStatementItIsForTheWholeFile() {
        assertThat(found("file")).isEmpty();
        assertThat(found("marked")).isEmpty();
    }

    @Test
    void aboveAnotherStatementItIsForThatOne() {
        assertThat(found("one")).containsExactlyInAnyOrder("error drop-column:1");
    }

    @Test
    void behindAStatementItIsForThatOne() {
        assertThat(found("behind")).containsExactlyInAnyOrder("error drop-column:2");
        assertThat(found("last")).containsExactlyInAnyOrder("error drop-column:1");
    }

    @Test
    void withoutAReasonItTakesNothingAway() {
        assertThat(found("silent"))
                .containsExactlyInAnyOrder("error drop-column:2", "error suppression-without-reason:1");
    }

    @Test
    void oneThatTakesNothingAwayIsFound() {
        assertThat(found("unused"))
                .containsExactlyInAnyOrder(
                        "error drop-column:2", "warning unused-suppression:1", "warning unused-suppression:3");
    }

    @Test
    void oneWithoutARuleThatThereIsIsFound() {
        assertThat(found("unknown"))
                .containsExactlyInAnyOrder("error drop-column:2", "warning unknown-rule:1", "warning unknown-rule:3");
    }

    @Test
    void oneThatStandsWhereNoStatementBeginsIsFound() {
        assertThat(found("lost"))
                .containsExactlyInAnyOrder(
                        "error drop-column:1", "warning unused-suppression:2", "warning unused-suppression:5");
    }
}

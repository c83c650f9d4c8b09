package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code history --journal}. */
final class ReadingTheJournalTest {

    private static final String SHAPE = "{'schemaVersion':'number','runs':[{'id':'number','startedAt':'string',"
            + "'endedAt':'string|null','outcome':'string','command':'string','direction':'string',"
            + "'toolVersion':'string','databaseUser':'string','clientAddress':'string|null','osUser':'string|null',"
            + "'host':'string|null','planHash':'string|null','message':'string|null','steps':[{'module':'string',"
            + "'version':'string|null','description':'string','direction':'string','outcome':'string',"
            + "'endedAt':'string','millis':'number','sqlstate':'string|null','message':'string|null'}]}]}";

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
        modules.write("alpha/R__monthly_view.sql", "CREATE OR REPLACE VIEW monthly AS SELECT id FROM one;\n");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private void someRuns() throws IOException {
        modules.run("upgrade alpha --placeholder secret=s3cret");
        modules.write("beta/V1__only.sql", "SELECT 1 / 0;\n");
        modules.run("upgrade");
    }

    @Test
    void showsWhoDidWhatTheNewestLast() throws IOException {
        someRuns();
        Answer answer = modules.run("history --journal");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(answer.out().lines().toList().get(0))
                .matches("run +when +who +from where +command +outcome +steps +time");
        assertThat(answer.out().lines().skip(1))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .matches("1 +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  postgres \\(.*\\)  .*"
                                        + "  upgrade alpha --placeholder secret=\\*\\*\\* .*  done +3/3 +\\d+.*"),
                        second -> assertThat(second).startsWith("2  ").contains("  stopped  0/1 "));
        assertThat(answer.out()).doesNotContain("s3cret", modules.database().password() + "@");
    }

    @Test
    void showsTheStepsWhenAskedFor() throws IOException {
        someRuns();
        assertThat(modules.run("history --journal --verbose").out().replaceAll("\\d+(\\.\\d)? m?s\\b", "T"))
                .contains("""
                              up alpha@1 done in T
                              up alpha@2 done in T
                              up alpha@R__monthly_view done in T
                        """)
                .contains(
                        ", failed-migration: division by zero\n      up beta@1 failed in T: 22012 division by zero\n");
    }

    @Test
    void showsTheLastOnesOrThoseOfAModule() throws IOException {
        someRuns();
        assertThat(modules.run("history --journal --limit 1").out())
                .contains("stopped")
                .doesNotContain("  done");
        assertThat(modules.run("history alpha --journal").out())
                .contains("  done")
                .doesNotContain("stopped");
        assertThat(modules.run("history nowhere --journal").status()).isEqualTo(2);
        assertThat(modules.run("history --journal --limit 0").out().lines()).hasSize(1);
    }

    @Test
    void isAnObjectForPrograms() throws IOException {
        someRuns();
        JsonNode json = modules.run("history --journal --output json").json();
        assertThat(Shape.of(SHAPE.replace('\'', '"')).differences(json)).isEmpty();
        assertThat(json.at("/runs/0/outcome").asString()).isEqualTo("done");
        assertThat(json.at("/runs/0/steps/2/version").isNull()).isTrue();
        assertThat(json.at("/runs/1/steps/0/sqlstate").asString()).isEqualTo("22012");
    }

    @Test
    void callsARunRunningAsLongAsItHoldsItsLock() throws IOException, SQLException {
        someRuns();
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE migrations.run SET outcome = 'running', ended_at = NULL WHERE id = 2");
            statement.execute("UPDATE migrations.run SET command = '' WHERE id = 1");
        }
        Answer answer = modules.run("history --journal");
        assertThat(answer.out()).contains("  aborted  0/1 ").doesNotContain("running");
        assertThat(answer.out().lines().toList().get(1)).contains("  (upgrade) ");
        assertThat(modules.run("history --journal --output json")
                        .json()
                        .at("/runs/1/outcome")
                        .asString())
                .isEqualTo("aborted");
    }

    @Test
    void saysWhereNoneIsKept() {
        Answer answer = modules.run("history --journal");
        assertThat(answer.out()).startsWith("This database has no journal");
        assertThat(answer.status()).isZero();
        assertThat(modules.run("history --journal --output json")
                        .json()
                        .path("runs")
                        .isEmpty())
                .isTrue();
    }
}

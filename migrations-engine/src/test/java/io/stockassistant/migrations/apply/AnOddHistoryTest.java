package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows that we have not written, or that are gone when we look for them. */
class AnOddHistoryTest {

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void oneMigration() throws SQLException {
        scene.modules().upgrade("shop", "1__a", "CREATE TABLE a ();\n");
        scene.up();
    }

    @Test
    void javaMigrationsOfFlywayAreAcceptedAndNotRepaired() throws SQLException {
        row("2", "JDBC", "db.V2__java");

        assertThat(scene.up()).isInstanceOf(ApplyReport.NothingToDo.class);
        assertThat(scene.runs().repair()).isEmpty();
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "JDBC|2|t");
    }

    @Test
    void aVersionThatIsNoneIsNamedWithItsRow() throws SQLException {
        row("abc", "SQL", "abc.sql");

        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The version 'abc' in row 7 of shop.flyway_schema_history is none.");
    }

    @Test
    void aTableThatIsNoHistoryIsNamedWithWhatItLacks() throws SQLException {
        scene.modules().module("stock", "history=public.foo").upgrade("stock", "1__a", "SELECT 1;\n");
        scene.modules().module("till", "history=public.bar").upgrade("till", "1__a", "SELECT 1;\n");
        scene.execute("CREATE TABLE public.foo (version text, checksum integer, success boolean)");
        scene.execute("CREATE VIEW public.bar AS SELECT 1 AS installed_rank");

        List<Problem> problems =
                catchThrowableOfType(ProblemException.class, scene::up).problems();

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(ProblemCode.INVALID_CONFIGURATION, ProblemCode.INVALID_CONFIGURATION);
        assertThat(problems.get(0).message())
                .isEqualTo(
                        "public.foo, where the module stock keeps its history, is no Flyway history: it has no column"
                                + " installed_rank, description, type, script, installed_by, installed_on, execution_time.");
        assertThat(problems.get(0).remedy()).contains("history=SCHEMA.TABLE");
        assertThat(problems.get(1).message())
                .isEqualTo(
                        "public.bar, where the module till keeps its history, is no Flyway history: it is no table.");
    }

    @Test
    void aMigrationWhoseRowWasRemovedMeanwhileIsNotReportedAsApplied() throws SQLException {
        scene.modules()
                .upgrade(
                        "shop",
                        "2__b",
                        "CREATE TABLE b ();\nDELETE FROM shop.flyway_schema_history WHERE version = '2';\n")
                .withoutTransaction("shop", "V2__b");

        ApplyReport report = scene.up();

        assertThat(report).isInstanceOf(ApplyReport.Stopped.class);
        assertThat(((ApplyReport.Stopped) report).failure().message()).contains("its history row was removed");
    }

    private void row(String version, String type, String script) throws SQLException {
        try (Connection connection = scene.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO shop.flyway_schema_history VALUES (7, '" + version + "', 'x', '" + type
                    + "', '" + script + "', 1, 'somebody', now(), 1, true)");
        }
    }
}

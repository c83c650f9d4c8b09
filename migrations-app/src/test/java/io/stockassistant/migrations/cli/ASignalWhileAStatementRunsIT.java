package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class ASignalWhileAStatementRunsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SLEEPING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    private static final String LEFT = "SELECT (SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend')"
            + " + (SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
            + " WHERE d.datname = current_database() AND l.locktype = 'advisory')";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT,130,text", "TERM,143,json"})
    void rollsBackReleasesTheLockAndSaysSo(String signal, int status, String output) throws Exception {
        try (TwoModules modules = new TwoModules(folder)) {
            modules.write("alpha/V2__second.sql", "CREATE TABLE two (id integer);\nSELECT pg_sleep(50);\n");
            List<String> args = new ArrayList<>(List.of("upgrade", "--output", output));
            args.addAll(modules.modulesOption());
            args.addAll(modules.connection());
            try (TheProgram program = TheProgram.start(folder, Map.of(), args)) {
                await(modules, SLEEPING, 1);
                assumeFalse(signal.equals("INT") && program.ignoresInterrupt(), "Ctrl-C is ignored here");
                program.signal(signal);
                Answer answer = program.answer();
                assertThat(answer.status()).isEqualTo(status);
                check(output, answer);
            }
            await(modules, LEFT, 0);
            assertThat(number(modules, "SELECT count(*) FROM pg_tables WHERE tablename = 'two'"))
                    .isZero();
            assertThat(number(modules, "SELECT count(*) FROM alpha.flyway_schema_history"))
                    .isEqualTo(1);
        }
    }

    private static void check(String output, Answer answer) {
        if (output.equals("text")) {
            assertThat(answer.err())
                    .contains("error: interrupted: alpha@2", "V2__second.sql:2", "not reached: beta@1", "  help: ")
                    .contains("rolled back as a whole");
            return;
        }
        JsonNode json = answer.json();
        assertThat(json.path("outcome").asString()).isEqualTo("stopped");
        assertThat(json.at("/failed/code").asString()).isEqualTo("interrupted");
        assertThat(json.at("/failed/statement").asString()).isEqualTo("SELECT pg_sleep(50)");
        assertThat(json.at("/notReached/0/module").asString()).isEqualTo("beta");
    }

    private static void await(TwoModules modules, String query, int expected) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number(modules, query) != expected) {
            assertThat(System.nanoTime()).as("deadline of " + query).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static int number(TwoModules modules, String query) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}

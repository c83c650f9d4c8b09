package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What throw-away databases are made for may take long, and whoever waits for it may not want to. */
class ASignalWhileMigrationsAreProvenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of this test's own run: others may be under way on the same server. */
    private static final String ASLEEP = "SELECT max(regexp_replace(datname, '_[0-9]+$', '')) FROM pg_stat_activity"
            + " WHERE wait_event = 'PgSleep' AND datname LIKE 'migrations\\_shadow\\_%' AND query LIKE '%sleep of ours%'";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.shared().newDatabase();

    @AfterEach
    void end() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "verify --all, INT, 130",
        "verify --with-rows shop, TERM, 143",
        "drift --output json, INT, 130",
        "diff migrations database, INT, 130"
    })
    void leavesNothingBehindAndSaysSo(String command, String signal, int status) throws Exception {
        AProgramWithClasses programs = new AProgramWithClasses(folder, database);
        programs.shop()
                .sql("V1__people.sql", "CREATE TABLE people (name text);\n")
                .sql("V2__slow.sql", """
                DO $$ BEGIN
                IF current_database() LIKE 'migrations_shadow%' THEN /* sleep of ours */ PERFORM pg_sleep(50); END IF;
                END $$;
                """)
                .compile();
        if (!command.startsWith("verify")) {
            assertThat(programs.run("upgrade").status()).isZero();
        }
        try (TheProgram program = programs.start(
                Map.of(),
                command + " --shadow-url postgres://" + database.host() + ":" + database.port() + "/postgres")) {
            String run = awaitSleeper();
            assumeFalse(signal.equals("INT") && program.ignoresInterrupt(), "Ctrl-C is ignored here");
            program.signal(signal);
            Answer answer = program.answer();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.out() + answer.err())
                    .contains(
                            "interrupted",
                            "Interrupted on a throw-away database, which is gone now, at ",
                            "V2__slow.sql")
                    .doesNotContain("cannot be told", "\tat ");
            assertThat(read("SELECT count(*) FROM pg_database WHERE datname LIKE '" + run + "%'"))
                    .isEqualTo("0");
            assertThat(read("SELECT count(*) FROM pg_stat_activity WHERE datname LIKE '" + run + "%'"))
                    .isEqualTo("0");
        }
    }

    private String awaitSleeper() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String found = read(ASLEEP);
        while (found == null) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            found = read(ASLEEP);
        }
        return found;
    }

    private String read(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else commits what a step is about to create: IF NOT EXISTS does not see it, and the server's catalog does. */
class TwoWhoCreateTheSameTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void write() throws IOException {
        modules = new TwoModules(folder);
        modules.write("alpha/V2__second.sql", "CREATE SCHEMA IF NOT EXISTS common;\n");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void areToldSoWhenItIsTriedAgain() throws Exception {
        Answer answer = run("upgrade alpha");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("alpha@2 met somebody else who created or changed the same thing at the same moment and was"
                        + " rolled back; attempt 2 of 6 in ")
                .doesNotContain(" lock ");
    }

    @Test
    void areToldSoInTheLogToo() throws Exception {
        assertThat(run("upgrade alpha --log-level warn").err())
                .contains("the step met somebody else who created or changed the same thing at the same moment and"
                        + " was rolled back; attempt 2 of 6 in ");
    }

    @Test
    void areToldToRepeatTheCommandWhenItIsNotTriedAgain() throws Exception {
        Answer answer = run("upgrade alpha --lock-retries 0");
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.err())
                .contains(
                        "error: failed-migration: alpha@2 failed at ",
                        "duplicate key value violates unique constraint \"pg_namespace_nspname_index\"",
                        "help: Somebody else was at work on the same thing at the same moment. To try again, repeat"
                                + " the command.");
    }

    /** Runs a command; as soon as it waits for the one who creates that schema, they commit. */
    private Answer run(String line) throws Exception {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(modules.modulesOption());
        words.addAll(modules.connection());
        try (Connection other = modules.database().connect();
                Connection watch = modules.database().connect()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("CREATE SCHEMA common");
            }
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> Answer.of(words));
            long start = System.nanoTime();
            while (!isWaitedFor(watch)) {
                assertThat(System.nanoTime() - start).as("nobody waits").isLessThan(PATIENCE.toNanos());
                Thread.sleep(5);
            }
            other.commit();
            return answer.get();
        }
    }

    private static boolean isWaitedFor(Connection watch) throws SQLException {
        try (Statement statement = watch.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) > 0 FROM pg_stat_activity WHERE datname ="
                        + " current_database() AND wait_event_type = 'Lock'")) {
            return row.next() && row.getBoolean(1);
        }
    }
}

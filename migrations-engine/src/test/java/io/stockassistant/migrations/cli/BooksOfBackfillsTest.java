package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The books of backfills beside files that were edited or are gone, and beside those who work on them. */
class BooksOfBackfillsTest {

    private static final String BACKFILL = "shop@20260103000000";
    private static final String FILE = "shop/D20260103000000__states.sql";
    private static final String STATES = """
            -- table: orders
            -- key: id
            -- todo: state IS NULL
            UPDATE orders SET state = note::int::text WHERE id BETWEEN :from AND :to AND :todo;
            """;

    @TempDir
    private Path folder;

    private ModelledModules modules;

    @BeforeEach
    void begin() throws SQLException {
        modules = ModelledModules.in(folder);
        assertThat(modules.run("upgrade").status()).isZero();
        modules.files().write(FILE, STATES);
        execute("INSERT INTO shop.orders SELECT i, 1, NULL, '1' FROM generate_series(1, 9) i");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1    | D20260103000000__states.sql has been edited since it was run (checksum
                    none | D20260103000000__states.sql has been edited since it was begun: what is done was done as it said then (checksum
                    """)
    void anEditedFileIsAProblemUntilSomebodyAcceptsIt(String note, String says) throws SQLException {
        run(note);
        modules.files().write(FILE, STATES.replace("note::int", "length(note)"));

        Answer status = modules.run("status");
        assertThat(status.status()).isEqualTo(3);
        assertThat(status.err())
                .contains("error: checksum-mismatch: ", says)
                .contains("begin again: migrations backfill run " + BACKFILL + " --restart")
                .contains("migrations repair " + BACKFILL);
        assertThat(modules.run("validate", "--output", "json")
                        .json()
                        .at("/problems/0/code")
                        .asString())
                .isEqualTo("checksum-mismatch");
        assertThat(modules.run("upgrade").status()).isEqualTo(3);
        assertThat(modules.run("upgrade", "billing").status()).isZero();

        Answer repaired = modules.run("repair", BACKFILL, "--yes");
        assertThat(repaired.err()).contains(BACKFILL + ": its file was edited: checksum ");
        assertThat(repaired.out()).isEqualTo("Repaired: 1 correction.\n");
        assertThat(modules.run("validate").status()).isZero();
        assertThat(modules.run("repair").out()).isEqualTo("Nothing to repair.\n");
        assertThat(modules.run("backfill", "retry", BACKFILL).status()).isZero();
        assertThat(modules.run("backfill", "run", BACKFILL).out()).contains("is complete: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1    | (states) is complete, but its file is gone.                | Bring the file back from version control
                    none | (states) is begun and not complete, but its file is gone.  | Complete it with the last release that has the file
                    """)
    void aFileThatIsGoneIsAProblemUntilSomebodyForgetsIt(String note, String says, String help) throws SQLException {
        run(note);
        modules.files().delete(FILE);

        Answer validated = modules.run("validate");
        assertThat(validated.err() + validated.out())
                .contains("error: missing-file: The backfill " + BACKFILL + " " + says, help);
        assertThat(modules.run("status").status()).isEqualTo(3);

        assertThat(modules.run("repair", "--yes").err())
                .contains(BACKFILL + ": its file is gone: it is forgotten how far it was, what it did stays");
        assertThat(modules.run("validate").status()).isZero();
    }

    @Test
    void anEditedFileIsNoDifferenceOfSchemas() throws SQLException {
        run("1");
        modules.files().write(FILE, STATES + "\n-- an afterthought\n");
        assertThat(modules.run("drift").out()).contains("No drift.");
    }

    @Test
    void theLastFailureThatIsResolvedCompletesIt() throws SQLException {
        execute("UPDATE shop.orders SET note = 'none' WHERE id IN (3, 5)");
        assertThat(modules.run("backfill", "run", BACKFILL).status()).isEqualTo(5);
        assertThat(resolve("--key", "3").out()).isEqualTo("1 failure resolved. Left: 1.\n");
        assertThat(modules.run("backfill", "list").out()).contains("failed");
        Answer wrong = resolve("--key", "4");
        assertThat(wrong.err())
                .contains("error: invalid-option: " + BACKFILL + " has no failure with the key 4.")
                .contains("help: migrations backfill show " + BACKFILL);
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(resolve("--all").out()).isEqualTo("1 failure resolved. It is complete.\n");
        assertThat(modules.run("backfill", "list").out()).contains("complete").doesNotContain("failed");
        assertThat(modules.run("upgrade").out()).contains("Nothing to do").doesNotContain("has rows to do");
    }

    @Test
    void rowsThatCameMeanwhileAreLeftToARun() throws SQLException {
        execute("UPDATE shop.orders SET note = 'none' WHERE id = 3");
        assertThat(modules.run("backfill", "run", BACKFILL).status()).isEqualTo(5);
        execute("INSERT INTO shop.orders VALUES (77, 1, NULL, '1')");
        assertThat(resolve("--all").out())
                .isEqualTo("1 failure resolved. Rows are left to do: migrations backfill run " + BACKFILL + "\n");
        assertThat(modules.run("backfill", "run", BACKFILL).status()).isZero();
    }

    private Answer resolve(String... which) {
        List<String> words = new ArrayList<>(List.of("backfill", "resolve", BACKFILL, "--reason", "a test"));
        words.addAll(List.of(which));
        return modules.run(words.toArray(String[]::new));
    }

    /** The workers wait for a row that somebody else has; then the server ends their sessions. */
    @Test
    @Timeout(60)
    void nobodyIsSaidToWorkOnItWhoDoesNot() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT FROM shop.orders WHERE id = 5 FOR UPDATE");
            Future<Answer> run = other.submit(() -> modules.run("backfill", "run", BACKFILL));
            awaitState("running");
            assertThat(modules.run("backfill", "show", BACKFILL).out()).contains("state     running\n");
            while (!run.isDone()) {
                execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name LIKE '%backfill%'");
            }
            assertThat(run.get().status()).isNotZero();
        } finally {
            other.shutdownNow();
        }
        assertThat(state()).isEqualTo("interrupted");
        assertThat(modules.run("backfill", "show", BACKFILL).out())
                .contains("state     interrupted: nobody works on it; it goes on with: migrations backfill run "
                        + BACKFILL);
        assertThat(modules.run("backfill", "run", BACKFILL).status()).isZero();
    }

    private void awaitState(String state) throws InterruptedException {
        while (!state().equals(state)) {
            Thread.sleep(20);
        }
    }

    private String state() {
        return modules.run("backfill", "list", "--output", "json")
                .json()
                .at("/backfills/0/state")
                .asString();
    }

    private void run(String note) throws SQLException {
        execute("UPDATE shop.orders SET note = '" + note + "' WHERE id = 5");
        modules.run("backfill", "run", BACKFILL);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

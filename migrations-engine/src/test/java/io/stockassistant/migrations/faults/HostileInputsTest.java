package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.testing.Effort;
import io.stockassistant.shared.config.ConfigurationException;
import io.stockassistant.shared.config.DatabaseChoice;
import io.stockassistant.shared.config.DatabaseFlags;
import io.stockassistant.shared.config.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in files, settings and on the command line: an answer, soon, and nothing half done. */
class HostileInputsTest {

    private static final int CASES = Effort.ofFaults(500, 5_000);
    private static final int LONGEST_SECONDS = 30;
    private static final int ENOUGH_FAILURES = 5;

    /** How often an input goes to a database, too, which takes longer. */
    private static final int ON_DATABASE = Effort.ofFaults(20, 10);

    private enum Kind {
        FILE_NAMES,
        SCRIPTS,
        DESCRIPTORS,
        SCRIPT_CONFIGURATIONS,
        TARGETS,
        COMMAND_LINES,
        URLS,
        DOT_ENV
    }

    @RegisterExtension
    final Workbench bench = new Workbench();

    private final ExecutorService runner = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "hostile input");
        thread.setDaemon(true);
        return thread;
    });
    private List<String> before = List.of();

    @BeforeEach
    void somethingToLose() throws SQLException {
        bench.write("alpha/V1__first.sql", "CREATE TABLE one (id integer);\n");
        bench.write("alpha/U1__first.sql", "DROP TABLE one;\n");
        bench.write("beta/module.properties", "depends-on=alpha\n");
        bench.write("beta/V1__first.sql", "CREATE TABLE two (id integer);\n");
        bench.execute("CREATE TABLE public.canary (id integer)");
        assertThat(bench.run("upgrade").status()).isZero();
        before = picture(bench.database());
    }

    @AfterEach
    void end() {
        runner.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void getAnAnswer(Kind kind) throws Exception {
        long seed = Effort.seed();
        int cases = CASES / Kind.values().length;
        Random random = new Random(seed);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < cases && failures.size() < ENOUGH_FAILURES; i++) {
            HostileInput input = new HostileInput(new Random(random.nextLong()));
            List<String> said = new ArrayList<>();
            try {
                play(kind, input, said);
            } catch (Exception | AssertionError e) {
                failures.add("case " + i + ": " + said + "\n" + e);
            }
        }
        System.out.printf("hostile %s, seed %d: %d inputs%n", kind, seed, cases);
        assertThat(failures).as("seed " + seed).isEmpty();
    }

    private void play(Kind kind, HostileInput input, List<String> said) throws Exception {
        switch (kind) {
            case FILE_NAMES -> files(input, said, input.fileName(), input.once(2) ? "SELECT 1;\n" : input.sql());
            case SCRIPTS -> files(input, said, input.once(2) ? "V2__x.sql" : "U1__first.sql", input.sql());
            case DESCRIPTORS -> files(input, said, "module.properties", input.properties());
            case SCRIPT_CONFIGURATIONS -> files(input, said, "V1__first.sql.conf", input.properties());
            case TARGETS -> target(input, said);
            case COMMAND_LINES -> {
                for (int i = input.upTo(6); i > 0; i--) {
                    said.add(input.word());
                }
                said.addAll(0, List.of("heads"));
                check(said);
            }
            case URLS -> {
                DatabaseFlags flags = new DatabaseFlags(said(said, input.url()), null, null, false);
                choose(() -> DatabaseChoice.of(flags, Variables.of(Map.of(), Map.of())));
            }
            case DOT_ENV -> {
                Path folder = Files.createTempDirectory(bench.folder(), "env");
                Files.write(folder.resolve(".env"), input.bytes(said(said, input.settings())));
                choose(() -> DatabaseChoice.of(DatabaseFlags.NONE, Variables.ofProcess(folder)));
            }
        }
    }

    private static String said(List<String> said, String text) {
        said.add(text);
        return text;
    }

    /** Whatever a setting is, it is understood or refused. */
    private void choose(Supplier<DatabaseChoice> choice) throws Exception {
        within(() -> {
            try {
                return choice.get().toString();
            } catch (ConfigurationException refused) {
                return refused.remedy();
            }
        });
    }

    /** One more file of the module beta, which depends on alpha; gone afterwards. */
    private void files(HostileInput input, List<String> said, String name, String text) throws Exception {
        said.add(name);
        said.add(text.substring(0, Math.min(text.length(), 300)));
        Path file = write(name, input.bytes(text));
        try {
            check(List.of(
                    "validate",
                    "--offline",
                    "--modules",
                    bench.folder().resolve("modules").toString()));
            if (input.once(ON_DATABASE)) {
                onDatabase("upgrade");
            }
        } finally {
            if (name.equals("module.properties")) {
                bench.write("beta/module.properties", "depends-on=alpha\n");
            } else {
                Files.deleteIfExists(file);
            }
            if (name.equals("V1__first.sql")) {
                bench.write("beta/V1__first.sql", "CREATE TABLE two (id integer);\n");
            }
        }
    }

    private Path write(String name, byte[] content) throws IOException {
        Path folder = bench.folder().resolve("modules").resolve("beta");
        try {
            return Files.write(folder.resolve(name), content);
        } catch (InvalidPathException unspeakable) {
            return Files.write(folder.resolve("V2__plain.sql"), content);
        }
    }

    private void target(HostileInput input, List<String> said) throws Exception {
        String target = said(said, input.target());
        List<String> commands = List.of("plan upgrade", "plan downgrade", "show", "history");
        List<String> words = new ArrayList<>(
                List.of(commands.get(input.upTo(commands.size()) - 1).split(" ")));
        words.add(target);
        check(bench.args(bench.database(), words));
        if (input.once(ON_DATABASE)) {
            onDatabase(input.once(2) ? "upgrade" : "downgrade", target);
        }
    }

    /** Unless it ended well, the database is as before. */
    private void onDatabase(String... words) throws Exception {
        String copy = bench.copy();
        try {
            Answer answer = check(bench.args(copy, List.of(words)));
            List<String> after = picture(copy);
            if (answer.status() != 0 && !answer.err().contains("without a transaction")) {
                Picture.assertSame(after, before);
            }
            assertThat(after).anyMatch(line -> line.startsWith("relation r public.canary"));
        } finally {
            bench.drop(copy);
        }
    }

    private List<String> picture(String database) throws SQLException {
        try (Connection connection = bench.server().connect(database)) {
            return Picture.whole(connection);
        }
    }

    private Answer check(List<String> words) throws Exception {
        Answer answer = within(() -> Answer.of(words));
        assertThat(answer.status()).as(answer.err()).isNotEqualTo(1);
        assertThat(answer.err()).doesNotContain("\tat ", "defect of the program");
        return answer;
    }

    private interface Work<T> {
        T run();
    }

    private <T> T within(Work<T> work) throws Exception {
        Future<T> future = runner.submit(work::run);
        try {
            return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer within " + LONGEST_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new AssertionError(String.valueOf(e.getCause()), e.getCause());
        }
    }
}

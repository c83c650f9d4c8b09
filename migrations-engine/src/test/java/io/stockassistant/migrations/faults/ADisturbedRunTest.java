package io.stockassistant.migrations.faults;

import io.stockassistant.migrations.faults.Stage.Way;
import io.stockassistant.migrations.testing.Effort;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixty migrations, hit at random moments: the next plain command ends where an undisturbed run would have. */
class ADisturbedRunTest {

    private static final long SEED = Effort.seed();

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static Stage stage;

    private record Case(String name, Way way, Fault fault, int tries) {
        @Override
        public String toString() {
            return name + " on the way " + way;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(
                        new Case("SIGKILL", way, Faults.signal("KILL", 0, 137), Effort.ofFaults(2, 100)),
                        new Case(
                                "SIGTERM",
                                way,
                                Faults.signal("TERM", 0, 143),
                                Effort.ofFaults(way == Way.UP ? 1 : 0, 20)),
                        new Case(
                                "SIGINT",
                                way,
                                Faults.signal("INT", 0, 130),
                                Effort.ofFaults(way == Way.UP ? 0 : 1, 10)),
                        new Case("cut cable", way, Faults.cutCable(), Effort.ofFaults(1, 100)),
                        new Case("pg_terminate_backend", way, Faults.terminatedBackends(), Effort.ofFaults(2, 100)),
                        new Case("second runner", way, Faults.secondRunner(), Effort.ofFaults(1, 100))))
                .filter(each -> each.tries() > 0);
    }

    @BeforeAll
    static void prepare() throws Exception {
        database = TestPostgres.shared().newDatabase();
        stage = Stage.on(Server.of(database), folder);
    }

    @AfterAll
    static void end() {
        stage.close();
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void losesNothingAndDoesNothingTwice(Case one) throws Exception {
        Trials.play(one.toString(), stage, one.way(), one.fault(), one.tries(), SEED);
    }
}

package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.faults.Stage.Way;
import io.stockassistant.migrations.testing.Effort;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole server ends at a random moment, as when its machine fails, and is started again. */
class AKilledServerTest {

    private static final int LONGEST_SECONDS = 60;

    @TempDir
    private static Path folder;

    private static OwnServer server;
    private static Stage stage;

    @BeforeAll
    static void prepare() throws Exception {
        server = new OwnServer();
        stage = Stage.on(server.start(), folder);
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingAndDoesNothingTwice(Way way) throws Exception {
        Trials.play("killed server on the way " + way, stage, way, kill(), Effort.ofFaults(1, 100), Effort.seed());
    }

    private static Fault kill() {
        return (stage, way, database, moment, random) -> {
            boolean struck;
            Answer answer;
            try (Tollgate gate = Faults.gate(stage, moment, each -> server.kill())) {
                answer = Faults.inBackground(stage, gate.port(), way, database).get(LONGEST_SECONDS, TimeUnit.SECONDS);
                struck = gate.hasStruck();
            }
            server.start();
            assertThat(answer.status()).as(answer.err()).isIn(0, 4, 5);
            assertThat(answer.err()).doesNotContain("\tat ", "Exception");
            return new Fault.Effect(struck, answer);
        };
    }
}

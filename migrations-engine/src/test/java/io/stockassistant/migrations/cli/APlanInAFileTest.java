package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was planned, kept and carried out later: once, and with a way on when it stops. */
final class APlanInAFileTest {

    @TempDir
    private Path folder;

    private TwoModules modules;
    private Path plan;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
        plan = folder.resolve("plan.json");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @ParameterizedTest
    @CsvSource({
        "downgrade -1, downgrade, -3",
        "downgrade alpha@-1, downgrade, alpha@-2",
        "upgrade +1, upgrade, +3",
    })
    void isOutdatedOnceItWasCarriedOut(String planned, String command, String all) {
        if (command.equals("downgrade")) {
            assertThat(modules.run("upgrade").status()).isZero();
        }
        for (int left = planned.endsWith("alpha@-1") ? 2 : 3; left > 0; left--) {
            assertThat(modules.run("plan " + planned + " --cascade -o " + plan).status())
                    .isZero();
            assertThat(modules.run(command + " --cascade --plan " + plan).status())
                    .isZero();
        }
        Answer again = modules.run(command + " --cascade --plan " + plan);
        assertThat(again.status()).as(all + again.err()).isEqualTo(6);
        assertThat(again.err())
                .startsWith("error: plan-outdated: ")
                .contains("further than there is to go", "migrations plan", "-o " + plan)
                .doesNotContain("migrations downgrade base");
    }

    @Test
    void withoutStepsIsCarriedOutWhereThereIsStillNothingToDo() throws IOException {
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("plan -o " + plan).status()).isZero();
        Answer answer = modules.run("upgrade --plan " + plan);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out()).startsWith("Nothing to do");
        assertThat(modules.run("downgrade --plan " + plan).err()).contains("it goes up", "migrations upgrade --plan");
        modules.write("beta/V2__more.sql", "SELECT 1;\n");
        Answer moved = modules.run("upgrade --plan " + plan);
        assertThat(moved.status()).isEqualTo(6);
        assertThat(moved.err()).contains("plan-outdated", "beta@2 would run too");
    }

    @Test
    void withoutStepsDownIsCarriedOutToo() {
        assertThat(modules.run("plan downgrade base -o " + plan).status()).isZero();
        Answer answer = modules.run("downgrade --plan " + plan);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(modules.run("upgrade --plan " + plan).err()).contains("it goes down");
    }

    @Test
    void thatStoppedNeedsANewOne() throws IOException {
        modules.write("alpha/V2__second.sql", "SELECT 1 / 0;\n");
        assertThat(modules.run("plan -o " + plan).status()).isZero();
        Answer answer = modules.run("upgrade --plan " + plan);
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.err())
                .contains("V2__second.sql, then make a new plan: migrations plan -o " + plan)
                .doesNotContain("repeat the command");
        assertThat(modules.run("upgrade --output json --plan " + plan)
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("plan-outdated");
        assertThat(modules.run("upgrade").err()).contains("then repeat the command");
    }

    @Test
    void mayBeginWithAByteOrderMark() throws IOException {
        assertThat(modules.run("plan -o " + plan).status()).isZero();
        Files.writeString(plan, "\uFEFF" + Files.readString(plan));
        Answer answer = modules.run("upgrade --plan " + plan);
        assertThat(answer.status()).as(answer.err()).isZero();
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is logged at which level, where to, and in which form. */
final class ALogOfACommandTest {

    @TempDir
    private Path folder;

    private TwoModules modules;
    private Path file;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
        file = folder.resolve("run.log");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private List<JsonNode> json(String command) throws IOException {
        Files.deleteIfExists(file);
        modules.run(command + " --log-format json --log-file " + file);
        return Files.readAllLines(file).stream().map(Answer::parse).toList();
    }

    private static List<String> messages(List<JsonNode> lines) {
        return lines.stream()
                .map(each -> each.path("level").asString() + " "
                        + each.path("logger").asString() + " "
                        + each.path("message").asString())
                .toList();
    }

    @Test
    void isNotWrittenUnlessAskedFor() {
        assertThat(modules.run("upgrade").err()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void saysOnStandardErrorWhatHappenedWhen() {
        Answer answer = modules.run("upgrade alpha@1 --log-level info");
        assertThat(answer.err().lines())
                .allMatch(each ->
                        each.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  migrations\\..*"))
                .anyMatch(each -> each.endsWith("Z INFO  migrations.run steps=1: run begun: up"))
                .anyMatch(each -> each.matches(".* migrations.run \\[alpha@1] millis=\\d+: up done"))
                .anyMatch(each -> each.matches(".* migrations.command exit=0 millis=\\d+: upgrade ended"));
        assertThat(answer.out())
                .startsWith("module  migrations  version  time\n")
                .doesNotContain("INFO");
    }

    @Test
    void keepsStandardOutputForTheResult() {
        assertThat(modules.run("upgrade --output json --log-level trace")
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("applied");
    }

    @Test
    void isAnObjectALine() throws IOException {
        List<JsonNode> lines = json("upgrade alpha@1");
        String url = "postgres://" + modules.database().user() + "@"
                + modules.database().host() + ":" + modules.database().port() + "/"
                + modules.database().name();
        assertThat(messages(lines))
                .anyMatch(each -> each.startsWith("info migrations.connection connected to " + url + ", PostgreSQL "))
                .containsSubsequence(
                        "info migrations.run run begun: up",
                        "info migrations.run up begun: " + modules.modules() + "/alpha/V1__first.sql",
                        "info migrations.run up done",
                        "info migrations.run run ended: applied",
                        "info migrations.command upgrade ended");
        JsonNode done = lines.get(lines.size() - 3);
        assertThat(Shape.of("""
                        {"timestamp":"string","level":"string","logger":"string","thread":"string","message":"string",
                        "module":"string","revision":"string","millis":"number"}""").differences(done)).isEmpty();
        assertThat(done.path("module").asString()).isEqualTo("alpha");
        assertThat(done.path("revision").asString()).isEqualTo("alpha@1");
        assertThat(lines.get(lines.size() - 1).has("module")).isFalse();
    }

    @Test
    void isAddedToWhatTheFileHas() throws IOException {
        Files.writeString(file, "first\n");
        modules.run("current --log-file " + file);
        modules.run("current --log-file " + file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("first");
        assertThat(lines).filteredOn(each -> each.contains("current begun")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"error, 0, 0, 0, 0", "warn,  0, 0, 1, 0", "info,  1, 0, 1, 0", "debug, 1, 1, 1, 0", "TRACE, 1, 1, 1, 1"
    })
    void hasAtEachLevelWhatTheOnesBeforeItHave(String level, int runs, int statements, int warnings, int notices)
            throws IOException {
        modules.write(
                "alpha/V1__first.sql",
                "SELECT 'mine';\nDROP TABLE IF EXISTS nowhere;\nDO $$ BEGIN RAISE WARNING 'beware'; END $$;\n");
        List<String> messages = messages(json("upgrade alpha@1 --log-level " + level));
        assertThat(messages)
                .filteredOn("info migrations.run run begun: up"::equals)
                .hasSize(runs);
        assertThat(messages)
                .filteredOn("debug migrations.sql SELECT 'mine'"::equals)
                .hasSize(statements);
        assertThat(messages).filteredOn("warn migrations.server beware"::equals).hasSize(warnings);
        assertThat(messages)
                .filteredOn("trace migrations.server table \"nowhere\" does not exist, skipping"::equals)
                .hasSize(notices);
    }

    @Test
    void hasTheTimeOfEachStatement() throws IOException {
        List<JsonNode> lines = json("upgrade --log-level debug");
        assertThat(lines)
                .filteredOn(each -> each.path("message").asString().equals("done"))
                .hasSizeGreaterThan(20)
                .allMatch(each -> each.path("micros").isNumber())
                .anyMatch(each -> each.path("connection").asString().equals("lock"));
    }

    @Test
    void saysWhyAMigrationFailed() throws IOException {
        modules.write("alpha/V1__first.sql", "SELECT 1 / 0;\n");
        JsonNode line = json("upgrade --log-level error").get(0);
        assertThat(line.path("message").asString()).isEqualTo("division by zero");
        assertThat(line.path("revision").asString()).isEqualTo("alpha@1");
        assertThat(line.path("sqlstate").asString()).isEqualTo("22012");
        assertThat(messages(json("upgrade")))
                .contains("error migrations.run division by zero", "info migrations.run run ended: stopped");
    }

    @Test
    void saysWhyACommandWasRefused() throws IOException {
        List<JsonNode> lines = json("upgrade nowhere");
        JsonNode refusal = lines.get(lines.size() - 2);
        assertThat(refusal.path("level").asString()).isEqualTo("error");
        assertThat(refusal.path("code").asString()).isEqualTo("unknown-module");
        assertThat(lines.get(lines.size() - 1).path("exit").asInt()).isEqualTo(2);
    }

    @Test
    void keepsAnEventTogetherWhateverItsTextHolds() throws IOException {
        modules.write(
                "alpha/V1__first.sql",
                "DO $$ BEGIN RAISE WARNING E'one\\n2026-01-01T00:00:00.000Z INFO forged'; END $$;\n");
        modules.run("upgrade alpha@1 --log-file " + file);
        assertThat(Files.readAllLines(file)).contains("    2026-01-01T00:00:00.000Z INFO forged");
        assertThat(messages(json("downgrade alpha@base"))).isNotEmpty();
    }

    @Test
    void thatCannotBeWrittenRefusesTheCommand() throws IOException {
        Answer noFolder = modules.run("upgrade --log-file " + folder.resolve("none/run.log"));
        assertThat(noFolder.status()).isEqualTo(2);
        assertThat(noFolder.err())
                .isEqualTo("error: invalid-option: The log cannot be written to " + folder
                        + "/none/run.log: its folder does not exist.\n"
                        + "  help: Name a file in a folder that exists and that you may write to: --log-file FILE\n");
        assertThat(modules.run("upgrade --log-file " + folder).err()).contains(": it is a folder.\n");
        assertThat(modules.run("current --output json --log-file " + folder)
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("invalid-option");
        assertThat(modules.run("current").out()).contains("alpha   alpha   -");
    }

    @Test
    void withAFormatAloneIsAMistake() {
        Answer answer = modules.run("current --log-format json");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains("--log-format says how a log looks, and none is asked for.", "--log-level info");
    }

    @Test
    void ofAnUnknownLevelIsAMistake() {
        assertThat(modules.run("current --log-level loud").err())
                .startsWith("error: invalid-option: ")
                .contains("--log-level", "loud");
    }

    @Test
    void goesOnWithoutAFileThatTakesNoMore() {
        Answer answer = modules.run("upgrade --log-file /dev/full");
        assertThat(answer.status()).isZero();
        assertThat(answer.err())
                .startsWith("warning: the log cannot be written any more: ")
                .hasLineCount(1);
    }
}

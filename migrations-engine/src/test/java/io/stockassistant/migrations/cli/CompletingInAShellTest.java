package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code completion SHELL} prints, read by the shell itself; one that is not installed is left out. */
final class CompletingInAShellTest {

    @TempDir
    private Path folder;

    private List<List<String>> offers(InteractiveShell shell, List<String> lines) {
        assumeTrue(shell == InteractiveShell.BASH || shell.isInstalled(), () -> shell.program() + " is not installed");
        return shell.complete(folder, lines).stream()
                .map(each -> Arrays.asList(each.split(" ")))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"BASH", "FISH"})
    void offersEveryCommandAndEveryOptionOfEach(InteractiveShell shell) {
        List<CommandSpec> commands = new ArrayList<>();
        collect(CommandLines.commandLine(ReferenceFiles.root(), Commands.NAMES), commands);
        List<String> lines = commands.stream()
                .flatMap(each -> Stream.of(each.qualifiedName() + " ", each.qualifiedName() + " -"))
                .toList();
        List<List<String>> offers = offers(shell, lines);
        assertThat(commands).hasSizeGreaterThan(30);
        for (int i = 0; i < commands.size(); i++) {
            CommandSpec command = commands.get(i);
            assertThat(offers.get(2 * i))
                    .as(lines.get(2 * i))
                    .containsAll(command.subcommands().keySet());
            assertThat(offers.get(2 * i + 1))
                    .as(lines.get(2 * i + 1))
                    .containsAll(command.optionsMap().keySet());
        }
    }

    private static void collect(CommandLine command, List<CommandSpec> all) {
        all.add(command.getCommandSpec());
        command.getSubcommands().values().forEach(each -> collect(each, all));
    }

    @ParameterizedTest
    @EnumSource(names = {"BASH", "FISH"})
    void knowsWhereInTheLineItIs(InteractiveShell shell) throws IOException {
        Files.createDirectory(folder.resolve("modules"));
        Files.writeString(folder.resolve("mine.sql"), "");
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("migrations up", "upgrade");
        expected.put("migrations --quiet --url postgres://me@plan/up up", "upgrade");
        expected.put("migrations upgrade --lock-t", "--lock-timeout");
        expected.put("migrations backfill re", "resolve resume retry");
        expected.put("migrations plan up", "upgrade");
        expected.put("migrations upgrade --output ", "json text");
        expected.put("migrations --log-level ", "debug error info trace warn");
        expected.put("migrations diff --output ", "json sql text");
        expected.put("migrations lint --output sa", "sarif");
        expected.put("migrations completion ", "bash fish zsh");
        expected.put("migrations --modules m", shell == InteractiveShell.FISH ? "modules/" : "modules");
        expected.put("migrations diff min", "mine.sql");
        expected.put("migrations --user up", "");

        List<List<String>> offers = offers(shell, List.copyOf(expected.keySet()));

        assertThat(offers.stream().map(each -> each.stream().sorted().collect(Collectors.joining(" "))))
                .containsExactlyElementsOf(expected.values());
    }

    @Test
    void readsValuesBehindAnEqualsSign() {
        assertThat(offers(InteractiveShell.BASH, List.of("migrations --output=", "migrations --output=j")))
                .containsExactly(List.of("text", "json"), List.of("json"));
    }

    @Test
    void completesTheLineInZsh() throws IOException {
        Files.createDirectory(folder.resolve("modules"));
        List<String> lines = List.of(
                "migrations upg",
                "migrations --quiet --url postgres://me@plan/up upg",
                "migrations upgrade --lock-t",
                "migrations backfill resu",
                "migrations backfill run --par",
                "migrations upgrade --output js",
                "migrations lint --output sa",
                "migrations lint --output=sa",
                "migrations completion f",
                "migrations --modules mod");
        assertThat(offers(InteractiveShell.ZSH, lines).stream().map(each -> String.join(" ", each)))
                .containsExactly(
                        "migrations upgrade",
                        "migrations --quiet --url postgres://me@plan/up upgrade",
                        "migrations upgrade --lock-timeout=",
                        "migrations backfill resume",
                        "migrations backfill run --parallel=",
                        "migrations upgrade --output json",
                        "migrations lint --output sarif",
                        "migrations lint --output=sarif",
                        "migrations completion fish",
                        "migrations --modules modules/");
    }

    @Test
    void namesEveryCommandAndOptionToZsh() {
        String script = Answer.of(List.of("completion", "zsh")).out();
        assertThat(ReferenceFiles.program().all()).allSatisfy(command -> {
            assertThat(script).contains("_" + String.join("_", command.path()) + "() {");
            assertThat(command.options())
                    .allSatisfy(each -> assertThat(each.names())
                            .allSatisfy(name -> assertThat(script).containsPattern(name + "[=+]?-?\\[")));
        });
    }

    @Test
    void isPrintedAsJsonToo() {
        Answer answer = Answer.of(List.of("completion", "bash", "--output", "json"));
        assertThat(answer.json().path("shell").asString()).isEqualTo("bash");
        assertThat(answer.json().path("script").asString())
                .isEqualTo(Answer.of(List.of("completion", "bash")).out());
    }

    @Test
    void isRefusedForAShellThatNobodyKnows() {
        Answer answer = Answer.of(List.of("completion", "tcsh"));
        assertThat(answer.err())
                .contains("tcsh")
                .contains("write bash, zsh or fish")
                .doesNotContain("\tat ");
        assertThat(answer.status()).isEqualTo(2);
    }
}

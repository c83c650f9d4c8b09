package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.shared.config.Variables;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What {@code --help} shows of each command. */
final class AHelpPageTest {

    private static final int WIDTH = 80;
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    static Stream<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        collect(List.of(), parser(), commands);
        return commands.stream();
    }

    private static void collect(List<String> path, CommandLine command, List<List<String>> all) {
        all.add(path);
        command.getSubcommands().forEach((name, each) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(longer, each, all);
        });
    }

    private static CommandLine parser() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        MigrationsCommand root = new MigrationsCommand(new Surroundings(
                List.of(), () -> Variables.of(Map.of(), Map.of()), nowhere, nowhere, new Interruption()));
        return CommandLines.commandLine(root, Commands.NAMES);
    }

    private static Answer help(List<String> command) {
        return Answer.of(Stream.concat(command.stream(), Stream.of("--help")).toList());
    }

    @Test
    void isThereForEveryCommandOfTheContract() {
        assertThat(commands().map(each -> String.join(" ", each)))
                .contains("upgrade", "downgrade", "plan", "current", "heads", "history", "show", "status", "validate")
                .contains("repair", "init", "adopt", "revision", "rebase", "db start", "db stop", "db url", "db reset");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasAnExampleThatCanBeTyped(List<String> command) {
        Answer answer = help(command);
        assertThat(answer.status()).isZero();
        assertThat(answer.err()).isEmpty();
        List<String> examples = answer.out()
                .substring(answer.out().indexOf("\nExample:\n"))
                .lines()
                .filter(each -> each.startsWith("  migrations"))
                .toList();
        assertThat(answer.out().contains("psql") ? List.of("psql") : examples).isNotEmpty();
        assertThat(examples)
                .allSatisfy(each -> assertThatCode(() -> parser().parseArgs(CommandLines.stepsDownLast(typed(each))))
                        .doesNotThrowAnyException());
    }

    /** An explanation stands behind two spaces or more, or behind what the shell does not pass on. */
    private static String[] typed(String example) {
        return WORD.matcher(example.strip().split(" {2,}|&&|>", 2)[0])
                .results()
                .skip(1)
                .map(each -> each.group().replace("\"", ""))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitsTheTerminalAndNamesTheCommonOptions(List<String> command) {
        String text = help(command).out();
        assertThat(text.lines()).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(WIDTH));
        assertThat(text)
                .contains("--url", "--user", "--password-file", "--modules", "--output", "--quiet", "--verbose");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsItsOwnOptionsBeforeThoseOfEveryCommand(List<String> command) {
        String text = help(command).out();
        assertThat(text)
                .contains("\nOptions of every command:\n")
                .contains("placeholder ${NAME} in")
                .doesNotContain("null");
        assertThat(text.lastIndexOf("--url=")).isGreaterThan(text.indexOf("\nOptions of every command:\n"));
        if (List.of(List.of("upgrade"), List.of("stamp")).contains(command)) {
            assertThat(text.lastIndexOf("--lock-timeout=")).isLessThan(text.lastIndexOf("--url="));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void speaksOfItsOwnCommandAlone(List<String> command) {
        String text = help(command).out();
        assertThat(text.contains("Without a command")).isEqualTo(command.isEmpty());
        boolean applies = command.isEmpty() || List.of("upgrade", "plan").contains(command.get(0));
        assertThat(text.contains("--out-of-order")).isEqualTo(applies);
    }

    @Test
    void isShownForTheWordHelpToo() {
        assertThat(Answer.of(List.of("help"))).isEqualTo(help(List.of()));
        assertThat(Answer.of(List.of("help", "plan"))).isEqualTo(help(List.of("plan")));
        assertThat(Answer.of(List.of("help", "db", "reset"))).isEqualTo(help(List.of("db", "reset")));
    }

    @Test
    void saysWhichVersionThisIs() {
        Answer answer = Answer.of(List.of("--version"));
        assertThat(answer.out()).startsWith("migrations ").contains(" on Java ");
        assertThat(answer.status()).isZero();
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options and parameters of every command that take one of a few words, and what is said to any other. */
class AValueThatIsNoneOfAFewTest {

    /** @param place what the message names: the option, or for a parameter the command */
    private record Choice(List<String> line, String place, List<String> words) {}

    @Test
    void isToldWhichThereAre() {
        Answer answer = Answer.of(List.of("completion", "powershell"));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).isEqualTo("""
                        error: invalid-option: 'powershell' is no value of 'migrations completion': write bash, zsh or fish.
                          help: migrations completion --help
                        """);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void isToldTheWordsAsTheyAreTyped(Choice choice) {
        Answer answer = Answer.of(choice.line());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .startsWith("error: invalid-option: 'nonsense' is no value of " + choice.place() + ": write "
                        + choice.words().get(0))
                .contains(choice.words());
    }

    static List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        collect(CommandLines.commandLine(ReferenceFiles.root(), Commands.NAMES), choices);
        assertThat(choices)
                .extracting(Choice::place)
                .contains("--log-level", "--log-format", "'migrations completion'");
        return choices;
    }

    private static void collect(CommandLine command, List<Choice> choices) {
        String name = command.getCommandSpec().qualifiedName();
        command.getCommandSpec().args().stream()
                .filter(each -> each.type().isEnum() && each.converters().length == 0)
                .map(each -> choice(name, each))
                .forEach(choices::add);
        command.getSubcommands().values().forEach(each -> collect(each, choices));
    }

    private static Choice choice(String command, ArgSpec arg) {
        Stream<String> path = Arrays.stream(command.split(" ")).skip(1);
        List<String> words = Arrays.stream(arg.type().getEnumConstants())
                .map(each -> each.toString().toLowerCase(Locale.ROOT))
                .toList();
        return arg instanceof OptionSpec option
                ? new Choice(
                        Stream.concat(path, Stream.of(option.longestName(), "nonsense"))
                                .toList(),
                        option.longestName(),
                        words)
                : new Choice(Stream.concat(path, Stream.of("nonsense")).toList(), "'" + command + "'", words);
    }
}

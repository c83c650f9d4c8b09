package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.cli.CommonOptions.Output;
import io.stockassistant.migrations.reference.ShownCommand;
import io.stockassistant.migrations.reference.ShownOption;
import io.stockassistant.migrations.reference.ShownParameter;
import io.stockassistant.migrations.reference.Values;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command line that picocli reads, as values: all of it but what help hides. */
final class CommandTree {

    /** A label that names the only values: {@code text|json}. */
    private static final Pattern WORDS = Pattern.compile("[a-z]+(\\|[a-z]+)+");

    private static final Values TARGETS = Values.of(List.of("head", "base"));

    private static final Values SOURCES = Values.of(List.of("models", "migrations", "database"));

    private static final Map<String, Values> BY_LABEL = Map.of(
            "DIR", Values.ofFolders(),
            "TARGET", TARGETS,
            "[upgrade|downgrade] TARGET",
                    Values.of(List.of("upgrade", "downgrade")).and(TARGETS),
            "FROM", SOURCES.and(Values.ofFiles()),
            "TO", SOURCES.and(Values.ofFiles()));

    private CommandTree() {}

    /** Of the whole program. */
    static ShownCommand of(MigrationsCommand root) {
        return of(CommandLines.commandLine(root, Commands.NAMES), List.of());
    }

    private static ShownCommand of(CommandLine commandLine, List<String> above) {
        CommandSpec spec = commandLine.getCommandSpec();
        List<String> path =
                Stream.concat(above.stream(), Stream.of(spec.name())).toList();
        return new ShownCommand(
                path,
                text(spec.usageMessage().header()),
                synopsis(spec, path),
                text("\n", spec.usageMessage().description()),
                spec.positionalParameters().stream()
                        .filter(each -> !each.hidden())
                        .map(CommandTree::parameter)
                        .toList(),
                spec.options().stream()
                        .filter(each -> !each.hidden())
                        .map(each -> option(each, spec.name()))
                        .sorted(Comparator.comparing(
                                each -> each.names().get(each.names().size() - 1)))
                        .toList(),
                commandLine.getSubcommands().values().stream()
                        .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                        .map(each -> of(each, path))
                        .toList(),
                List.of(text("\n", spec.usageMessage().footer()).split("\n")));
    }

    private static String synopsis(CommandSpec spec, List<String> path) {
        StringBuilder words = new StringBuilder(String.join(" ", path)).append(" [OPTION]...");
        spec.positionalParameters().forEach(each -> words.append(' ').append(synopsis(each)));
        if (!spec.subcommands().isEmpty()) {
            words.append(' ').append(spec.usageMessage().synopsisSubcommandLabel());
        }
        return words.toString();
    }

    private static String synopsis(PositionalParamSpec parameter) {
        String words = parameter.arity().min() == 0 ? "[" + parameter.paramLabel() + "]" : parameter.paramLabel();
        return parameter.isMultiValue() ? words + "..." : words;
    }

    private static ShownParameter parameter(PositionalParamSpec parameter) {
        Values values = values(parameter, "");
        return new ShownParameter(parameter.paramLabel(), text(parameter.description()), values);
    }

    private static ShownOption option(OptionSpec option, String command) {
        boolean flag = option.arity().max() == 0;
        return new ShownOption(
                Stream.of(option.names())
                        .sorted(Comparator.comparingInt(String::length))
                        .toList(),
                flag ? "" : option.paramLabel(),
                option.arity().min() == 0,
                option.isMultiValue(),
                CommonOptionsLast.isCommon(option),
                text(option.description()),
                flag ? Values.NONE : values(option, command));
    }

    private static Values values(ArgSpec arg, String command) {
        String label = arg.paramLabel();
        if (arg.type() == Output.class) {
            return Values.of(Stream.of(Output.values())
                    .filter(each -> each.command() == null || command.equals(each.command()))
                    .map(CommandTree::word)
                    .toList());
        }
        if (arg.type().isEnum()) {
            return Values.of(Arrays.stream(arg.type().getEnumConstants())
                    .map(CommandTree::word)
                    .toList());
        }
        if (WORDS.matcher(label).matches()) {
            return Values.of(List.of(label.split("\\|")));
        }
        Values otherwise = arg.type() == Path.class || label.contains("FILE") ? Values.ofFiles() : Values.NONE;
        return BY_LABEL.getOrDefault(label, otherwise);
    }

    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }

    private static String text(String... lines) {
        return text(" ", lines);
    }

    /** Without picocli's marks for colours and line ends. */
    private static String text(String separator, String... lines) {
        return Stream.of(lines)
                .map(each -> Ansi.OFF.string(String.format(Locale.ROOT, each)))
                .reduce((one, other) -> one + separator + other)
                .orElse("")
                .strip();
    }
}

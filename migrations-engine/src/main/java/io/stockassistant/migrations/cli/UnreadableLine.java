package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, for people. */
final class UnreadableLine {

    private static final Pattern NO_SUCH_WORD = Pattern.compile(
            "Invalid value for .*: expected one of \\[(.*)] \\(case-.*\\) but was '(.*)'", Pattern.DOTALL);

    private UnreadableLine() {}

    static Problem problem(ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String help = command.qualifiedName() + " --help";
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return tooManyWords(unmatched, command, help);
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return problem(
                    "There is no option " + quoted(unmatched.getUnmatched().get(0)) + ".", unmatched, help);
        }
        if (String.valueOf(e.getMessage()).startsWith("Missing required subcommand")) {
            return Problem.of(
                    ProblemCode.INVALID_OPTION,
                    "Say what to do: " + command.qualifiedName() + " "
                            + command.usageMessage().synopsisSubcommandLabel() + ".",
                    help);
        }
        if (e.getArgSpec() instanceof OptionSpec option && option.longestName().equals(CommandText.PLACEHOLDER)) {
            return Problem.of( // what was typed may be a secret
                    ProblemCode.INVALID_OPTION,
                    "What stands behind " + option.longestName() + " is not of the form NAME=VALUE.",
                    help);
        }
        return Problem.of(ProblemCode.INVALID_OPTION, sentence(e) + ".", help);
    }

    /** The parser's words, where they are not about the program's insides. */
    private static String sentence(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        Matcher word = NO_SUCH_WORD.matcher(message);
        if (!word.matches()) {
            return message;
        }
        String place = e.getArgSpec() instanceof OptionSpec option
                ? option.longestName()
                : quoted(e.getCommandLine().getCommandSpec().qualifiedName());
        List<String> known = List.of(word.group(1).toLowerCase(Locale.ROOT).split(", "));
        return quoted(word.group(2)) + " is no value of " + place + ": write "
                + String.join(", ", known.subList(0, known.size() - 1)) + " or " + known.get(known.size() - 1);
    }

    private static Problem tooManyWords(UnmatchedArgumentException e, CommandSpec command, String help) {
        String word = e.getUnmatched().get(0);
        if (command.subcommands().isEmpty()) {
            return Problem.of(
                    ProblemCode.INVALID_OPTION,
                    quoted(word) + " is one word too many for " + command.qualifiedName() + ".",
                    help);
        }
        if (CommandLines.isStepsDown(word)) {
            return Problem.of(
                    ProblemCode.INVALID_OPTION,
                    word + " is a target, and the command is missing.",
                    command.qualifiedName() + " downgrade " + word);
        }
        return problem("There is no command " + quoted(word) + ".", e, help);
    }

    private static Problem problem(String message, UnmatchedArgumentException e, String help) {
        return Problem.of(ProblemCode.INVALID_OPTION, message + similar(e), help);
    }

    private static String similar(UnmatchedArgumentException e) {
        List<String> similar = e.getSuggestions();
        return similar.isEmpty() ? "" : " Similar: " + String.join(", ", similar) + ".";
    }

    /** The same for words that are no commands, as a sentence with a space before it; empty if nothing is similar. */
    static String similar(String word, List<String> known) {
        CommandSpec words = CommandSpec.create();
        known.forEach(each -> words.addSubcommand(each, CommandSpec.create()));
        return similar(new UnmatchedArgumentException(new CommandLine(words), List.of(word)));
    }

    /** An option of the main command that its subcommand would not hear of. */
    static void throwIfOptionIsLost(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            return;
        }
        String lost = parsed.matchedOptions().stream()
                .filter(each -> each.scopeType() == ScopeType.LOCAL)
                .map(OptionSpec::longestName)
                .collect(Collectors.joining(", "));
        if (!lost.isEmpty()) {
            CommandLine subcommand = parsed.subcommand().commandSpec().commandLine();
            throw new ParameterException(
                    subcommand,
                    "Write " + lost + " behind " + quoted(subcommand.getCommandName()) + ", if it takes it");
        }
    }

    /** Some outputs are of one command alone. */
    static void throwIfOfAnother(MigrationsCommand root, ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        String only = root.output().command();
        CommandLine line = command.commandSpec().commandLine();
        if (only != null && !line.getCommandName().equals(only)) {
            throw new ParameterException(
                    line,
                    quoted(root.output().name().toLowerCase(Locale.ROOT)) + " is an output of " + quoted(only)
                            + " alone: write text or json");
        }
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }
}

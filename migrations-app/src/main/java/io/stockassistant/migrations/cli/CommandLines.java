package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Reads a command line and runs its command, in this process. */
final class CommandLines {

    private static final Pattern STEPS_DOWN = Pattern.compile("-\\d+");

    private CommandLines() {}

    /** Runs a command; whatever goes wrong becomes a message and an exit status. */
    static int execute(String[] args, PrintWriter out, PrintWriter err, Interruption interruption) {
        MigrationsCommand root = new MigrationsCommand(out, err, interruption);
        CommandLine commandLine = new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(CommandLines::run)
                .setParameterExceptionHandler((e, given) -> refuse(e, given, out, err))
                .setExecutionExceptionHandler(
                        (e, command, parsed) -> root.console().fail(e));
        commandLine.getSubcommands().values().forEach(each -> each.setUsageHelpAutoWidth(true));
        int status = commandLine.execute(stepsDownLast(helpAsOption(args)));
        out.flush();
        err.flush();
        return status;
    }

    /** People type "help", and "help COMMAND", too. */
    static String[] helpAsOption(String[] args) {
        if (args.length == 0 || !args[0].equals("help")) {
            return args;
        }
        List<String> words = new ArrayList<>(Arrays.asList(args).subList(1, args.length));
        words.add("--help");
        return words.toArray(String[]::new);
    }

    static boolean isStepsDown(String word) {
        return STEPS_DOWN.matcher(word).matches();
    }

    /** A target such as -1 looks like an option; behind "--" it is read as what it is. */
    static String[] stepsDownLast(String[] args) {
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        boolean literal = false;
        for (String arg : args) {
            if (!literal && arg.equals("--")) {
                literal = true;
            } else if (literal || isStepsDown(arg)) {
                last.add(arg);
            } else {
                first.add(arg);
            }
        }
        if (!last.isEmpty()) {
            first.add("--");
            first.addAll(last);
        }
        return first.toArray(String[]::new);
    }

    private static int run(ParseResult parsed) {
        UnreadableLine.throwIfOptionIsLost(parsed);
        return new RunLast().execute(parsed);
    }

    private static int refuse(ParameterException e, String[] args, PrintWriter out, PrintWriter err) {
        List<String> words = Arrays.asList(args);
        new Console(out, err, asksForJson(words), Loudness.NORMAL, !words.contains("--no-color"))
                .fail(new ProblemException(UnreadableLine.problem(e)));
        return ExitStatus.USAGE.number();
    }

    /** The command line could not be read; how its answer should look can be told all the same. */
    private static boolean asksForJson(List<String> words) {
        int option = words.indexOf("--output");
        boolean following = option >= 0
                && option + 1 < words.size()
                && words.get(option + 1).equalsIgnoreCase("json");
        return following || words.contains("--output=json");
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.config.Variables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads a command line and runs its command, in this process. */
final class CommandLines {

    private static final Pattern STEPS_DOWN = Pattern.compile("-\\d+");

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    private static final Set<String> WITH_NUMBERS = Set.of("--lock-retries", "--limit", "--parallel", "--max-rate");

    private CommandLines() {}

    /** Runs a command; whatever goes wrong becomes a message and an exit status. */
    static int execute(String[] typed, PrintWriter out, PrintWriter err, Interruption interruption) {
        return execute(
                typed,
                new Surroundings(Arrays.asList(typed), () -> Variables.ofProcess(Path.of("")), out, err, interruption));
    }

    /** The same in other surroundings. */
    static int execute(String[] typed, Surroundings around) {
        String[] args = JarWords.apart(stepsDownLast(helpAsOption(typed)));
        List<String> words = Arrays.asList(args);
        MigrationsCommand root = new MigrationsCommand(around);
        int status;
        if (words.stream().anyMatch(HELP::contains)) {
            status = commandLine(root, Commands.NAMES).execute(args);
        } else {
            // What cannot be read with the commands that it mentions is read once more with all of them, which is what
            // suggestions are made of.
            status = commandLine(root, mentioned(words))
                    .setParameterExceptionHandler(
                            (e, given) -> commandLine(new MigrationsCommand(around), Commands.NAMES)
                                    .execute(given))
                    .execute(args);
        }
        int end = withOutput(status, around.out(), around.err());
        around.err().flush();
        return end;
    }

    /** A script or an answer of which a part is lost is no success, whatever the command did. */
    private static int withOutput(int status, PrintWriter out, PrintWriter err) {
        if (StandardOutput.hasArrived(out)) {
            return status;
        }
        String reason = StandardOutput.reason(out);
        new Console(out, err, false, Loudness.NORMAL, false)
                .printProblem(
                        Problem.of(
                                ProblemCode.OUTPUT_LOST,
                                "Standard output cannot be written" + (reason.isEmpty() ? "." : ": " + reason + "."),
                                "Make room, or write elsewhere, and repeat the command; what it did to the database stays done."));
        return status == ExitStatus.DONE.number()
                ? ProblemCode.OUTPUT_LOST.exitStatus().number()
                : status;
    }

    /** The commands among the words, and maybe values of options that look like one. */
    private static List<String> mentioned(List<String> words) {
        List<String> names = new ArrayList<>(Commands.NAMES);
        names.retainAll(words);
        return names;
    }

    static CommandLine commandLine(MigrationsCommand root, List<String> commands) {
        // It has something to say of quotes in values, which are taken as they are typed.
        CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
        // No option is of these types, and to look for ways to read them takes longer than to read all options.
        System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
        CommandLine commandLine = new CommandLine(root);
        for (String name : commands) {
            commandLine.addSubcommand(Commands.create(name));
        }
        CommonOptionsLast.arrange(commandLine);
        return commandLine
                .setOut(root.out())
                .setErr(root.err())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(parsed -> run(root, parsed))
                .setParameterExceptionHandler((e, given) -> refuse(e, given, root.out(), root.err()));
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

    /**
     * A target such as -1 looks like an option; behind "--" it is read as what it is. In front of the command "--" says
     * nothing.
     */
    static String[] stepsDownLast(String[] args) {
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        boolean literal = false;
        for (String arg : args) {
            if (!literal && arg.equals("--")) {
                literal = !first.isEmpty();
            } else if (literal || (isStepsDown(arg) && !isOfNumber(first))) {
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

    /** Whether what comes next is the value of an option. */
    private static boolean isOfNumber(List<String> words) {
        return !words.isEmpty() && WITH_NUMBERS.contains(words.get(words.size() - 1));
    }

    private static int run(MigrationsCommand root, ParseResult parsed) {
        UnreadableLine.throwIfOptionIsLost(parsed);
        UnreadableLine.throwIfOfAnother(root, parsed);
        RepeatedOptions.join(parsed);
        try {
            root.observe();
        } catch (ProblemException e) {
            return root.console().fail(e);
        }
        return new CommandRun(root, parsed).run();
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

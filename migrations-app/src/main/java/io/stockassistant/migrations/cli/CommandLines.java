package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

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
                .setParameterExceptionHandler((e, given) -> refuse(e, given, out, err))
                .setExecutionExceptionHandler(
                        (e, command, parsed) -> root.console().fail(e));
        commandLine.getSubcommands().values().forEach(each -> each.setUsageHelpAutoWidth(true));
        int status = commandLine.execute(stepsDownLast(args));
        out.flush();
        err.flush();
        return status;
    }

    /** A target such as -1 looks like an option; behind "--" it is read as what it is. */
    static String[] stepsDownLast(String[] args) {
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        boolean literal = false;
        for (String arg : args) {
            if (!literal && arg.equals("--")) {
                literal = true;
            } else if (literal || STEPS_DOWN.matcher(arg).matches()) {
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

    private static int refuse(ParameterException e, String[] args, PrintWriter out, PrintWriter err) {
        boolean json = asksForJson(Arrays.asList(args));
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        Problem problem = Problem.of(ProblemCode.INVALID_OPTION, e.getMessage() + ".", command + " --help");
        new Console(out, err, json, false, false).fail(new ProblemException(problem));
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

package io.stockassistant.migrations.reference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for fish, with what commands and options are for. */
public final class FishCompletion {

    private static final String SCRIPT = """
            # Completion of %1$s for fish. To try it: %1$s completion fish | source

            # The command that has been typed so far, without options and their values.
            function __%1$s_command
                set -l command %1$s
                set -l value no
                for word in (commandline -opc)[2..-1]
                    if test $value = yes
                        set value no
                        continue
                    end
                    switch "$command $word"
                        case %2$s
                            set value yes
                        case %3$s
                            set command "$command $word"
                    end
                end
                echo $command
            end

            function __%1$s_in
                test (__%1$s_command) = "$argv"
            end

            complete -c %1$s -f
            %4$s%5$s""";

    private FishCompletion() {}

    /** The script that fish reads. */
    public static String of(ShownCommand program) {
        List<ShownCommand> all = program.all().toList();
        return SCRIPT.formatted(
                program.name(),
                Stream.concat(
                                names(program.commonOptions()).map(each -> "'* " + each + "'"),
                                all.stream()
                                        .flatMap(command -> names(command.ownOptions())
                                                .map(each -> "'" + command.words() + " " + each + "'")))
                        .collect(Collectors.joining(" ")),
                all.stream().skip(1).map(each -> "'" + each.words() + "'").collect(Collectors.joining(" ")),
                program.sharedOptions().stream()
                        .map(each -> option(program, "", each))
                        .collect(Collectors.joining()),
                all.stream().map(each -> lines(program, each)).collect(Collectors.joining()));
    }

    private static String lines(ShownCommand program, ShownCommand command) {
        String condition = " -n '__" + program.name() + "_in " + command.words() + "'";
        String start = "complete -c " + program.name() + condition;
        String commands = command.commands().stream()
                .map(each -> start + " -a " + each.name() + " -d " + quoted(each.headline()) + "\n")
                .collect(Collectors.joining());
        String options = command.optionsBeside(program.sharedOptions()).stream()
                .map(each -> option(program, condition, each))
                .collect(Collectors.joining());
        String operands = command.values().isKnown() ? start + values(command.values()) + "\n" : "";
        return commands + options + operands;
    }

    private static String option(ShownCommand program, String condition, ShownOption option) {
        String names = option.names().stream()
                .map(each -> each.startsWith("--") ? " -l " + each.substring(2) : " -s " + each.substring(1))
                .collect(Collectors.joining());
        String value =
                !option.takesNextWord() ? "" : (option.values().files() ? " -r" : " -x") + values(option.values());
        return "complete -c " + program.name() + condition + names + value + " -d " + quoted(option.description())
                + "\n";
    }

    private static String values(Values values) {
        return (values.files() ? " -F" : "")
                + (values.folders() ? " -a '(__fish_complete_directories (commandline -ct))'" : "")
                + (values.words().isEmpty() ? "" : " -a '" + String.join(" ", values.words()) + "'");
    }

    private static Stream<String> names(List<ShownOption> options) {
        return options.stream().filter(ShownOption::takesNextWord).flatMap(each -> each.names().stream());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

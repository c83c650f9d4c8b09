package io.stockassistant.migrations.reference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for zsh, with what commands and options are for. */
public final class ZshCompletion {

    private static final String SCRIPT = """
            #compdef %1$s
            # Completion of %1$s for zsh. To try it: source <(%1$s completion zsh)

            typeset -ga _%1$s_common
            _%1$s_common=(
            %2$s
            )

            %3$s
            # The first time that it is loaded from a folder of $fpath, this file is the function itself.
            if [[ ${funcstack[1]} == _%1$s ]]; then
                _%1$s "$@"
            else
                compdef _%1$s %1$s
            fi
            """;

    private ZshCompletion() {}

    /** The script that zsh reads. */
    public static String of(ShownCommand program) {
        return SCRIPT.formatted(
                program.name(),
                options(program.sharedOptions()),
                program.all().map(each -> function(program, each)).collect(Collectors.joining("\n")));
    }

    private static String function(ShownCommand program, ShownCommand command) {
        String name = "_" + String.join("_", command.path());
        // Behind a command, options are that command's.
        String mode = command.commands().isEmpty() ? "-S" : "-S -A '-*'";
        String arguments = Stream.of(
                        "    _arguments -C " + mode + " $_" + program.name() + "_common",
                        options(command.optionsBeside(program.sharedOptions())),
                        command.commands().isEmpty() ? operands(command) : "        ': :->command' '*::: :->rest'")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" \\\n"));
        return name + "() {\n    local curcontext=$curcontext state line\n    typeset -A opt_args\n" + arguments + "\n"
                + (command.commands().isEmpty() ? "" : dispatch(name, command)) + "}\n";
    }

    private static String dispatch(String name, ShownCommand command) {
        return "    case $state in\n        command)\n            local -a commands\n            commands=(\n"
                + command.commands().stream()
                        .map(each -> "                '" + quoted(each.name()) + ":" + quoted(each.headline()) + "'\n")
                        .collect(Collectors.joining())
                + "            )\n            _describe -t commands command commands\n            ;;\n        rest)\n"
                + "            words=($line[1] \"${words[@]}\")\n            ((CURRENT += 1))\n"
                + "            curcontext=\"${curcontext%:*:*}:" + String.join("-", command.path()) + "-$line[1]:\"\n"
                + "            (($+functions[" + name + "_$line[1]])) && " + name
                + "_$line[1]\n            ;;\n    esac\n";
    }

    private static String operands(ShownCommand command) {
        if (command.parameters().isEmpty()) {
            return "";
        }
        String label = command.parameters().stream().map(ShownParameter::label).collect(Collectors.joining(" "));
        return "        '*:" + quoted(label) + ":" + (command.values().isKnown() ? action(command.values()) : "()")
                + "'";
    }

    private static String options(List<ShownOption> options) {
        return options.stream()
                .flatMap(each -> each.names().stream().map(name -> option(each, name)))
                .collect(Collectors.joining("\n"))
                .replace("\n", " \\\n")
                .replaceAll("(?m)^", options.isEmpty() ? "" : "        ");
    }

    private static String option(ShownOption option, String name) {
        String others = option.isRepeatable() ? "*" : "(" + String.join(" ", option.names()) + ")";
        String mark = !option.hasValue() ? "" : !name.startsWith("--") ? "+" : option.isOptional() ? "=-" : "=";
        String value = !option.hasValue()
                ? ""
                : (option.isOptional() ? "::" : ":") + quoted(option.label()) + ":" + action(option.values());
        return "'" + others + name + mark + "[" + specified(option.description()) + "]" + value + "'";
    }

    private static String action(Values values) {
        String words = values.words().isEmpty() ? "" : "(" + String.join(" ", values.words()) + ")";
        if (values.files()) {
            return words.isEmpty() ? "_files" : "{ compadd " + String.join(" ", values.words()) + "; _files }";
        }
        return values.folders() ? "_files -/" : words.isEmpty() ? " " : words;
    }

    /** In a specification of {@code _arguments}. */
    private static String specified(String text) {
        return quoted(text).replace("[", "\\[").replace("]", "\\]");
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace(":", "\\:").replace("'", "'\\''");
    }
}

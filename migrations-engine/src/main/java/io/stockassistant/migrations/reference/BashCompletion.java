package io.stockassistant.migrations.reference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for bash, from 3.2 on, with or without the package bash-completion. */
public final class BashCompletion {

    private static final String SCRIPT = """
            # Completion of %1$s for bash. To try it: source <(%1$s completion bash)

            _%1$s() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} given=''
                local command=%1$s words='' kind='' word i

                # --option=value is three words here, unless somebody has taken "=" out of COMP_WORDBREAKS.
                if [[ $cur == '=' ]]; then
                    cur=''
                elif [[ $prev == '=' ]]; then
                    prev=${COMP_WORDS[COMP_CWORD-2]}
                elif [[ $cur == --*=* ]]; then
                    prev=${cur%%%%=*}
                    given=$prev=
                    cur=${cur#*=}
                fi

                # What is a command: no value of an option, and no part of a URL, which is cut at its colons.
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word=${COMP_WORDS[i]}
                    case ${COMP_WORDS[i-1]} in
                        '=' | ':' | '@') continue ;;
                    esac
                    case "$command $word" in
            %2$s
                            i=$((i + 1)) ;;
            %3$s
                            command="$command $word" ;;
                    esac
                done

                case "$command $prev" in
            %4$s
                    *)
                        prev=''
                        case $command in
            %5$s
                        esac
                        ;;
                esac
                if [[ $cur == -* && -z $prev ]]; then
                    kind=''
                    words='%6$s'
                    case $command in
            %7$s
                    esac
                fi

                local IFS=$'\\n'
                case $kind in
                    *files*) COMPREPLY=($(compgen -P "$given" -f -- "$cur")) ;;
                    *folders*) COMPREPLY=($(compgen -P "$given" -d -- "$cur")) ;;
                    *) COMPREPLY=() ;;
                esac
                [[ -n $kind ]] && type compopt >/dev/null 2>&1 && compopt -o filenames
                COMPREPLY+=($(IFS=' ' && compgen -P "$given" -W "$words" -- "$cur"))
            }

            complete -F _%1$s %1$s
            """;

    private BashCompletion() {}

    /** The script that bash reads. */
    public static String of(ShownCommand program) {
        List<ShownCommand> all = program.all().toList();
        return SCRIPT.formatted(
                program.name(),
                pattern(
                        Stream.concat(
                                program.commonOptions().stream()
                                        .filter(ShownOption::takesNextWord)
                                        .flatMap(each -> each.names().stream().map(name -> "*\" " + name + "\"")),
                                all.stream()
                                        .flatMap(command -> command.ownOptions().stream()
                                                .filter(ShownOption::takesNextWord)
                                                .flatMap(each -> each.names().stream()
                                                        .map(name -> "\"" + command.words() + " " + name + "\"")))),
                        12),
                pattern(all.stream().skip(1).map(each -> "\"" + each.words() + "\""), 12),
                all.stream()
                        .map(BashCompletion::values)
                        .collect(Collectors.joining())
                        .stripTrailing(),
                all.stream()
                        .map(each -> "                \"" + each.words() + "\") "
                                + assignment(each.values()
                                        .and(Values.of(each.commands().stream()
                                                .map(ShownCommand::name)
                                                .toList())))
                                + " ;;\n")
                        .collect(Collectors.joining())
                        .stripTrailing(),
                names(program.commonOptions()),
                all.stream()
                        .filter(each -> !each.ownOptions().isEmpty())
                        .map(each ->
                                "            \"" + each.words() + "\") words+=' " + names(each.ownOptions()) + "' ;;\n")
                        .collect(Collectors.joining())
                        .stripTrailing());
    }

    private static String pattern(Stream<String> words, int indent) {
        return words.map(each -> " ".repeat(indent) + each).collect(Collectors.joining(" | \\\n")) + ")";
    }

    /** Of each option of a command that takes the next word; what is the same for all commands is repeated. */
    private static String values(ShownCommand command) {
        return command.options().stream()
                .filter(ShownOption::takesNextWord)
                .map(each -> "        "
                        + each.names().stream()
                                .map(name -> "\"" + command.words() + " " + name + "\"")
                                .collect(Collectors.joining(" | "))
                        + ") " + assignment(each.values()) + " ;;\n")
                .collect(Collectors.joining());
    }

    private static String assignment(Values values) {
        String kind = values.files() ? "files" : values.folders() ? "folders" : "";
        return ("kind='" + kind + "' words='" + String.join(" ", values.words()) + "'")
                .replace("kind='' ", "")
                .replace(" words=''", "")
                .replace("words=''", ":");
    }

    private static String names(List<ShownOption> options) {
        return options.stream().flatMap(each -> each.names().stream()).collect(Collectors.joining(" "));
    }
}

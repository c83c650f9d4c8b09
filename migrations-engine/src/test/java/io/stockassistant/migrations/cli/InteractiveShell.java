package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shell that has read its completion script, and what it makes of the beginning of a line. */
enum InteractiveShell {
    BASH {
        @Override
        String question(Path script, List<String> lines) {
            return "source " + quoted(script.toString()) + "\ncompopt() { :; }\n"
                    + lines.stream()
                            .map(each ->
                                    "line=" + quoted(each) + "\n" + "COMP_WORDS=($(sed 's/[=:]/ & /g' <<<\"$line\"))"
                                            + "\n[[ $line == *' ' ]] && COMP_WORDS+=('')\n"
                                            + "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\nCOMPREPLY=()\n_migrations\n"
                                            + "printf '%s ' \"${COMPREPLY[@]}\"\necho\n")
                            .collect(Collectors.joining());
        }
    },

    /** In a terminal of its own, since nowhere else zsh completes: what is left is the line that it makes. */
    ZSH {
        @Override
        String question(Path script, List<String> lines) {
            return """
                    zmodload zsh/zpty
                    zpty shell 'TERM=dumb zsh -f -i'
                    zpty -w shell "PS1= PS2= RPS1=; unsetopt zle_bracketed_paste prompt_sp prompt_cr; \
                        autoload -Uz compinit; compinit -u -D; source %s; \
                        finish() { print -r -- \\"<line>\\$BUFFER<end>\\"; zle kill-whole-line }; \
                        zle -N finish; bindkey '^X' finish; print '<'ready'>'"
                    zpty -r shell answer '*<ready>*'
                    for line in %s; do
                        zpty -w -n shell "$line"$'\\t\\x18'
                        zpty -r shell answer '*<end>*'
                        answer=${answer##*<line>}
                        print -r -- "${answer%%%%<end>*}"
                    done
                    """.formatted(
                            script, lines.stream().map(InteractiveShell::quoted).collect(Collectors.joining(" ")));
        }
    },

    FISH {
        @Override
        String question(Path script, List<String> lines) {
            return "source " + quoted(script.toString()) + "\n"
                    + lines.stream()
                            .map(each -> "echo (complete -C " + quoted(each) + " | string replace -r '\\t.*' '')\n")
                            .collect(Collectors.joining());
        }
    };

    /** A program for this shell that prints a line for each of the lines. */
    abstract String question(Path script, List<String> lines);

    String program() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isInstalled() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program())));
    }

    /** For each line, what it offers; of zsh, the line that it makes. */
    List<String> complete(Path folder, List<String> lines) {
        try {
            Path script = Files.writeString(
                    folder.resolve("completion"),
                    Answer.of(List.of("completion", program())).out());
            Path question = Files.writeString(folder.resolve("question"), question(script, lines));
            Path answer = folder.resolve("answer");
            ProcessBuilder builder = new ProcessBuilder(program(), question.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile());
            builder.environment().put("HOME", folder.toString());
            builder.environment().put("TERM", "dumb");
            Process process = builder.start();
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("%s answers", program())
                    .isTrue();
            List<String> answers = Files.readAllLines(answer, StandardCharsets.UTF_8);
            assertThat(answers).as(String.join("\n", answers)).hasSameSizeAs(lines);
            return answers;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.reference.BashCompletion;
import io.stockassistant.migrations.reference.FishCompletion;
import io.stockassistant.migrations.reference.ShownCommand;
import io.stockassistant.migrations.reference.ZshCompletion;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints what makes a shell complete commands, options and values. */
@Command(
        name = "completion",
        header = "Prints the script that makes a shell complete commands, options and values.",
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations completion bash",
            "  migrations completion bash > /etc/bash_completion.d/migrations",
            "  migrations completion zsh > ~/.zfunc/_migrations",
            "  migrations completion fish > ~/.config/fish/completions/migrations.fish"
        })
final class CompletionCommand implements Callable<Integer> {

    /** Those that are asked for. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        String script(ShownCommand program) {
            return switch (this) {
                case BASH -> BashCompletion.of(program);
                case ZSH -> ZshCompletion.of(program);
                case FISH -> FishCompletion.of(program);
            };
        }
    }

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(arity = "1", paramLabel = "bash|zsh|fish", description = "Which shell.")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        return root.console().show(new Script(shell, shell.script(CommandTree.of(root))));
    }

    private record Script(Shell shell, String text) implements Report {

        @Override
        public void print(Console console) {
            console.text(text);
        }

        @Override
        public Map<String, Object> json() {
            return Json.object("shell", shell.name().toLowerCase(Locale.ROOT), "script", text);
        }
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.reference.ManualPage;
import io.stockassistant.migrations.reference.ShownCommand;
import io.stockassistant.shared.config.Variables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes what a distribution has beside the program: a page of the manual for each command, completion for shells. */
public final class ReferenceFiles {

    private ReferenceFiles() {}

    /**
     * Writes {@code man/man1} and {@code completions}.
     *
     * @param args the folder for them, and the version of the program
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        ShownCommand program = program();
        ManualPage manual = new ManualPage(program, args[1]);
        Path pages = Files.createDirectories(folder.resolve("man/man1"));
        for (ShownCommand each : program.all().toList()) {
            Files.writeString(pages.resolve(ManualPage.fileName(each)), manual.of(each));
        }
        Path completions = folder.resolve("completions");
        write(completions.resolve("bash").resolve(program.name()), CompletionCommand.Shell.BASH, program);
        write(completions.resolve("zsh").resolve("_" + program.name()), CompletionCommand.Shell.ZSH, program);
        write(completions.resolve("fish").resolve(program.name() + ".fish"), CompletionCommand.Shell.FISH, program);
    }

    private static void write(Path file, CompletionCommand.Shell shell, ShownCommand program) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, shell.script(program));
    }

    /** Every command, its options and what it takes. */
    static ShownCommand program() {
        return CommandTree.of(root());
    }

    /** That runs nothing. */
    static MigrationsCommand root() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new MigrationsCommand(new Surroundings(
                List.of(), () -> Variables.of(Map.of(), Map.of()), nowhere, nowhere, new Interruption()));
    }
}

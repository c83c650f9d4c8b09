package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Files that are to be written and removed in the folders of modules, in the order in which they are named. */
public final class FolderChanges {

    private final Set<String> modules = new LinkedHashSet<>();
    private final List<FileChange> changes = new ArrayList<>();

    /** A file with this text and no other, whether there is one of that name or not. */
    public void write(Module module, String name, String text) {
        Path file = file(module, name);
        changes.add(
                Files.exists(file)
                        ? new FileChange.Rewriting(file, text.getBytes(StandardCharsets.UTF_8))
                        : new FileChange.Creation(file, text));
    }

    /** The file HEAD, if the folder has one, that names the newest migration and its script. */
    public void head(Module module, Version newest, String script) {
        modules.add(module.name());
        HeadFile.findChange(module, newest, script, false).ifPresent(changes::add);
    }

    /** No file of that name, where there is one now. */
    public void remove(Module module, String name) {
        changes.add(new FileChange.Removal(file(module, name)));
    }

    /**
     * Makes all changes.
     *
     * @throws ProblemException {@code invalid-module} if one cannot be made; those before it are then taken back
     */
    public void carryOut() {
        new FileChanges(List.copyOf(modules), changes).carryOut();
    }

    private Path file(Module module, String name) {
        modules.add(module.name());
        return SourceFolder.of(module).resolve(name);
    }
}

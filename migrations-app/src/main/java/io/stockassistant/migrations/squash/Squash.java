package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.authoring.HeadFile;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** Baselines that were proven to build what the migrations that they replace build. Nothing is written yet. */
public final class Squash {

    /**
     * What changes in one module.
     *
     * @param replaced the versions for which the baseline stands from now on
     * @param isHead whether no migration comes after it
     * @param written the new files by name, the baseline first
     * @param removed the files that go, by name
     */
    public record SquashedModule(
            Module module,
            Version version,
            List<Version> replaced,
            boolean isHead,
            SortedMap<String, String> written,
            List<String> removed) {

        public SquashedModule {
            replaced = List.copyOf(replaced);
            removed = List.copyOf(removed);
        }

        /** The name of the baseline's file. */
        public String baseline() {
            return written.firstKey();
        }

        /** The folder with the module's files. */
        public Path folder() {
            return module.location().folder().orElseThrow();
        }
    }

    private final List<SquashedModule> modules;

    Squash(List<SquashedModule> modules) {
        this.modules = List.copyOf(modules);
    }

    public List<SquashedModule> modules() {
        return modules;
    }

    /**
     * Changes the folders: first all new files, each complete under its name at once, then the old ones go. Whatever
     * happens in between, each folder is one that works.
     *
     * @throws IOException if a file cannot be written or removed; to repeat the command is safe
     */
    public void write() throws IOException {
        for (SquashedModule each : modules) {
            List<String> last = new ArrayList<>(each.written().keySet());
            // The configuration before the script that it is about.
            Collections.reverse(last);
            for (String name : last) {
                write(each.folder(), name, each.written().getOrDefault(name, ""));
            }
        }
        for (SquashedModule each : modules) {
            if (each.isHead()) {
                HeadFile.update(each.module(), each.version(), each.baseline());
            }
            for (String name : each.removed()) {
                Files.deleteIfExists(each.folder().resolve(name));
            }
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path unfinished = Files.createTempFile(folder, ".squash-", ".tmp");
        try {
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}

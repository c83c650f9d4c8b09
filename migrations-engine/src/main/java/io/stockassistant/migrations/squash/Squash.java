package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.authoring.FolderChanges;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Version;
import java.nio.file.Path;
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
     * @throws ProblemException {@code invalid-module} if a file cannot be written or removed; all is then as it was
     */
    public void write() {
        FolderChanges changes = new FolderChanges();
        for (SquashedModule each : modules) {
            List<String> last = new ArrayList<>(each.written().keySet());
            // The configuration before the script that it is about.
            Collections.reverse(last);
            last.forEach(
                    name -> changes.write(each.module(), name, each.written().getOrDefault(name, "")));
        }
        for (SquashedModule each : modules) {
            if (each.isHead()) {
                changes.head(each.module(), each.version(), each.baseline());
            }
            each.removed().forEach(name -> changes.remove(each.module(), name));
        }
        changes.carryOut();
    }
}

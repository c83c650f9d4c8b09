package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.module.ClassPackage;
import io.stockassistant.migrations.module.Location;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.module.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Files that are to be written and removed in the folders of modules; what is proven is what is then done on disk. */
final class FolderEdits {

    private final Map<String, SortedMap<String, String>> written = new HashMap<>();
    private final Map<String, Set<String>> removed = new HashMap<>();

    void write(String module, String name, String text) {
        written.computeIfAbsent(module, key -> new TreeMap<>()).put(name, text);
    }

    void remove(String module, List<String> names) {
        removed.computeIfAbsent(module, key -> new HashSet<>()).addAll(names);
    }

    SortedMap<String, String> written(String module) {
        return written.getOrDefault(module, new TreeMap<>());
    }

    /** The modules as they are after these edits. */
    Modules on(Modules modules) {
        return relocated(
                modules,
                module -> new Edited(
                        module.location(),
                        file -> !removed.getOrDefault(module.name(), Set.of()).contains(file.name()),
                        written(module.name())));
    }

    /** The modules without their repeatable migrations, where these belong to one of those named. */
    static Modules withoutRepeatables(Modules modules, Set<String> named) {
        return relocated(
                modules,
                module -> new Edited(
                        module.location(),
                        file -> !named.contains(module.name())
                                || !file.fileName().startsWith("R"),
                        new TreeMap<>()));
    }

    private static Modules relocated(Modules modules, Function<Module, Location> location) {
        return Modules.of(modules.list().stream()
                .map(each -> new Module(
                        each.name(),
                        each.schema(),
                        each.history(),
                        each.dependsOn(),
                        each.placeholders(),
                        location.apply(each)))
                .toList());
    }

    private record Edited(Location original, Predicate<SourceFile> kept, SortedMap<String, String> written)
            implements Location {

        @Override
        public List<SourceFile> list() throws IOException {
            List<SourceFile> files = new ArrayList<>();
            for (SourceFile each : original.list()) {
                if (kept.test(each) && !written.containsKey(each.name())) {
                    files.add(each);
                }
            }
            written.forEach(
                    (name, text) -> files.add(new SourceFile(name, name, () -> text.getBytes(StandardCharsets.UTF_8))));
            return files;
        }

        @Override
        public Optional<Path> folder() {
            return original.folder();
        }

        @Override
        public Optional<ClassPackage> findClasses() {
            return original.findClasses();
        }

        @Override
        public String url() {
            return original.url();
        }
    }
}

package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scripts by which a module is recognised in a history that it shares.
 *
 * @param scripts all its upgrade scripts, repeatables and baselines among them: what a history calls each, by the name
 *     of the file without folders
 * @param checksums of its versioned scripts, by that name; a file is opened when its checksum is asked for
 * @param versions of its versioned scripts
 * @param places what a folder in a script's path is called that says that it is this module's
 */
record OwnScripts(
        String module,
        Map<String, String> scripts,
        Map<String, Supplier<@Nullable Integer>> checksums,
        Collection<Version> versions,
        Set<String> places) {

    private static final String CLASS_PATH = "classpath:";

    /** Of all modules; a history may hold rows of migrations for which a baseline stands by now. */
    static List<OwnScripts> list(Migrations inForce) {
        Migrations migrations = inForce.withBaselines(each -> false);
        return migrations.modules().list().stream()
                .map(each -> of(each, migrations.list(each.name())))
                .toList();
    }

    private static OwnScripts of(Module module, Collection<Migration> migrations) {
        Map<String, Supplier<@Nullable Integer>> checksums = new HashMap<>();
        Map<String, String> scripts = new HashMap<>(repeatablesAndBaselines(module));
        for (Migration each : migrations) {
            ScriptFile file = each.upgrade();
            scripts.put(file.fileName(), file.name());
            checksums.put(file.fileName(), file::checksum);
        }
        return new OwnScripts(
                module.name(),
                scripts,
                checksums,
                migrations.stream().map(Migration::version).toList(),
                places(module));
    }

    /** Name and schema may be the same word, and the folder's a third. */
    private static Set<String> places(Module module) {
        String url = module.location().url();
        return Stream.of(module.name(), module.schema(), url, url.substring(url.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> repeatablesAndBaselines(Module module) {
        try {
            return module.location().list().stream()
                    .filter(each ->
                            each.fileName().startsWith("R") || each.fileName().startsWith("B"))
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).endsWith(".sql"))
                    .collect(Collectors.toMap(SourceFile::fileName, SourceFile::name, (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the module's history calls a script. */
    Optional<String> findScript(String name) {
        return Optional.ofNullable(scripts.get(name));
    }

    Optional<Integer> findChecksum(String name) {
        Supplier<@Nullable Integer> checksum = checksums.get(name);
        return checksum == null ? Optional.empty() : Optional.ofNullable(checksum.get());
    }

    /** Whether one of the folders in a script's path says that it is this module's. */
    boolean isNamedIn(List<String> folders) {
        return folders.stream().anyMatch(places::contains);
    }

    /** Whether a Java migration lies where this module's files are on the class path, as Flyway looks for them. */
    boolean hasPackage(String name) {
        return places.contains(CLASS_PATH + name.replace('.', '/'));
    }
}

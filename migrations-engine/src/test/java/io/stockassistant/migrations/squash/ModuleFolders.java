package io.stockassistant.migrations.squash;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of modules, written down file by file, and squashed. */
record ModuleFolders(Path root, Shadow shadow) {

    ModuleFolders file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The modules of this program. */
    ModuleFolders ownModules() throws IOException {
        for (Module module : Modules.of(ModuleSource.classPath()).list()) {
            file(module.name() + "/module.properties", "depends-on=" + String.join(",", module.dependsOn()));
            for (SourceFile each : module.location().list()) {
                Files.write(
                        root.resolve(module.name()).resolve(each.name()),
                        each.content().read());
            }
        }
        return this;
    }

    Migrations migrations() {
        return Migrations.list(Modules.of(ModuleSource.folder(root)));
    }

    Squash squash(String... modules) throws SQLException {
        return squashTo(null, modules);
    }

    Squash squashTo(@Nullable String to, String... modules) throws SQLException {
        RunOrigin origin = new RunOrigin("migrations squash", "0", "tester", "here");
        return new Squashing(migrations(), shadow, new Replay(origin, new Interruption()))
                .prepare(new SquashWish(List.of(modules), to, null));
    }

    /** The message of the refusal. */
    String refusal(@Nullable String to, String... modules) throws SQLException {
        try {
            Squash squash = squashTo(to, modules);
            throw new AssertionError("not refused: " + squash.modules());
        } catch (ProblemException e) {
            Problem first = e.problems().get(0);
            if (first.code() != ProblemCode.SQUASH_REFUSED) {
                throw e;
            }
            return first.message();
        }
    }

    /** The names of the files of a module. */
    List<String> files(String module) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(module))) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}

package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of modules, written down file by file. */
final class ModuleTree {

    private final Path root;

    ModuleTree(Path root) {
        this.root = root;
    }

    Path folder(String module) {
        return root.resolve(module);
    }

    /** A module with a descriptor, each property as {@code key=value}. */
    ModuleTree module(String name, String... properties) {
        return file(name + "/module.properties", String.join("\n", properties));
    }

    /** Both files of a migration; the name is that of the files without the letter, as {@code 1__words}. */
    ModuleTree migration(String module, String name, String up, String down) {
        return upgrade(module, name, up).file(module + "/U" + name + ".sql", down);
    }

    /** A migration without a way back. */
    ModuleTree upgrade(String module, String name, String up) {
        return file(module + "/V" + name + ".sql", up);
    }

    /** Says of a script that it runs without a transaction. */
    ModuleTree withoutTransaction(String module, String script) {
        return file(module + "/" + script + ".sql.conf", "executeInTransaction=false");
    }

    ModuleTree file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    ModuleTree delete(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is there now. */
    Migrations migrations() {
        return Migrations.list(Modules.of(ModuleSource.folder(root)));
    }

    /** The same, with values for placeholders. */
    Migrations migrations(PlaceholderValues placeholders) {
        return Migrations.list(Modules.of(ModuleSource.folder(root)), () -> placeholders);
    }
}

package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Location;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A module with one migration, whose V and U file both hold the given text. */
final class OneScript {

    static final String SCHEMA = "shop";

    private final Module module;
    private final Migration migration;

    private OneScript(List<SourceFile> files) {
        this.module = new Module(SCHEMA, SCHEMA, new HistoryTable(SCHEMA, "history"), Set.of(), new InMemory(files));
        this.migration =
                Migrations.list(Modules.of(List.of(module))).findHead(SCHEMA).orElseThrow();
    }

    static OneScript of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static OneScript of(byte[] text) {
        return new OneScript(List.of(file("V1__x.sql", text), file("U1__x.sql", text)));
    }

    static OneScript unreadable() {
        SourceFile.Content broken = () -> {
            throw new IOException("permission denied");
        };
        return new OneScript(List.of(new SourceFile("V1__x.sql", "shop/V1__x.sql", broken)));
    }

    /** With the same {@code .conf} file beside both. */
    static OneScript of(String text, String conf) {
        byte[] script = text.getBytes(StandardCharsets.UTF_8);
        byte[] settings = conf.getBytes(StandardCharsets.UTF_8);
        return new OneScript(List.of(
                file("V1__x.sql", script),
                file("U1__x.sql", script),
                file("V1__x.sql.conf", settings),
                file("U1__x.sql.conf", settings)));
    }

    Optional<Script> read(boolean undo, List<Problem> problems) {
        return new ScriptReader(module, Map.of("flyway:defaultSchema", SCHEMA)).read(migration, undo, problems);
    }

    /** The script of the V file, which must be in order. */
    Script get() {
        List<Problem> problems = new ArrayList<>();
        return read(false, problems).orElseThrow(() -> new AssertionError(problems.toString()));
    }

    ScriptFile file() {
        return migration.upgrade();
    }

    private static SourceFile file(String name, byte[] text) {
        return new SourceFile(name, "shop/" + name, () -> text);
    }

    private record InMemory(List<SourceFile> list) implements Location {
        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public String url() {
            return "memory:";
        }
    }
}

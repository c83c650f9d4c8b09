package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.SqlFile;
import java.util.Map;

/** What a file of a migration holds, for {@code show}. */
final class ShownScript {

    private ShownScript() {}

    static void print(Console console, String name, ScriptFile file) {
        console.line("");
        console.line(console.styled("bold", name + "   " + file.path()));
        if (file instanceof SqlFile sql) {
            sql.text().lines().forEach(console::line);
        } else {
            console.line("Java: the class " + file.name());
        }
    }

    static Map<String, Object> json(ScriptFile file) {
        return file instanceof SqlFile sql
                ? Json.object("file", file.path(), "sql", sql.text())
                : Json.object("file", file.path(), "class", file.name());
    }
}

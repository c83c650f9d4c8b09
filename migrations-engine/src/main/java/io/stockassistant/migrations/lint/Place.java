package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.SqlFile;
import io.stockassistant.migrations.script.Statement;
import java.util.List;

/** Where in a file a statement stands, counted from 1. */
record Place(int line, int column) {

    static final Place TOP = new Place(1, 1);

    static Place of(ScriptFile file, Statement statement) {
        if (!(file instanceof SqlFile sql)) {
            return TOP;
        }
        int line = statement.firstLine();
        List<String> lines = sql.text().lines().toList();
        String first = statement.body().lines().findFirst().orElse("");
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        int found = text.indexOf(first);
        int blank = text.length() - text.stripLeading().length();
        return new Place(line, (found < 0 ? blank : found) + 1);
    }
}

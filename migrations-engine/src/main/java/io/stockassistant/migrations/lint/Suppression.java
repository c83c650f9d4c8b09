package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.script.Script;
import io.stockassistant.migrations.script.SqlFile;
import io.stockassistant.migrations.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comment {@code -- lint:ignore CODE reason}: on a line of its own it is for the statement below it, above the first
 * statement for the whole file, and behind a statement for that one.
 *
 * @param line in the file, counted from 1
 * @param statement the place of the statement among those of the script; {@link #FILE} or {@link #NOTHING}
 */
record Suppression(int line, String code, String reason, int statement) {

    static final int FILE = -1;
    static final int NOTHING = -2;

    private static final Pattern LINE =
            Pattern.compile("(.*?)--\\s*lint:\\s*ignore\\b(?:\\s+(\\S+)(?:\\s+(.*?))?)?\\s*", Pattern.CASE_INSENSITIVE);

    static List<Suppression> list(Script script) {
        List<Suppression> found = new ArrayList<>();
        if (script.file() instanceof SqlFile file) {
            // A byte order mark before the first line is nothing that somebody wrote.
            List<String> lines = file.text().replaceFirst("^\uFEFF", "").lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher line = LINE.matcher(lines.get(i));
                if (line.matches()) {
                    int place = place(script.statements(), i + 1, !line.group(1).isBlank());
                    found.add(new Suppression(i + 1, text(line.group(2)), text(line.group(3)), place));
                }
            }
        }
        return found;
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static int place(List<Statement> statements, int line, boolean behind) {
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (behind && line == statement.lineAt(statement.sql().length())) {
                return i;
            }
            if (!behind && line < statement.firstLine()) {
                boolean inside = i > 0
                        && line
                                <= statements
                                        .get(i - 1)
                                        .lineAt(statements.get(i - 1).sql().length());
                return inside ? NOTHING : i == 0 ? FILE : i;
            }
        }
        return NOTHING;
    }

    boolean covers(String rule, int index) {
        return code.equals(rule) && (statement == FILE || (statement >= 0 && statement == index));
    }
}

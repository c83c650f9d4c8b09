package io.stockassistant.shared.config;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the library passes over in silence, or reports with the whole line and no number: a line without a name, a quote
 * that is never closed, a value cut short at a {@code #}.
 */
final class DotEnvLines {

    private static final Pattern ENTRY = Pattern.compile("\\s*([\\w.\\-]+)\\s*=\\s*(.*?)\\s*");
    private static final Pattern CLOSED_QUOTE = Pattern.compile("(\"[^\"]*\"|'[^']*')\\s*(#.*)?");
    private static final Pattern HASH_INSIDE = Pattern.compile(".*[^\\s]#.*|#.*");
    private static final Pattern OURS = Pattern.compile("(PG|POSTGRES_|DATABASE_|MIGRATIONS_|INIT_)\\w*");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private DotEnvLines() {}

    static void check(Path file, List<String> lines) {
        if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
            throw malformed(file, 0, "begins with a byte order mark", "Save it as UTF-8 without one.");
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                i = checkEntry(file, lines, i);
            }
        }
    }

    /** The index of the last line of this entry: a value in double quotes may have several. */
    private static int checkEntry(Path file, List<String> lines, int index) {
        Matcher entry = ENTRY.matcher(lines.get(index));
        if (!entry.matches()) {
            throw malformed(file, index, "is not NAME=value", "Write NAME=value, without export, or begin it with #.");
        }
        String value = entry.group(2);
        if (value.startsWith("\"") && value.indexOf('"', 1) < 0) {
            return endOfQuote(file, lines, index);
        }
        boolean quoted = value.startsWith("\"") || value.startsWith("'");
        if (quoted && !CLOSED_QUOTE.matcher(value).matches()) {
            throw malformed(file, index, "has a quote inside or behind a quoted value", "Use the other kind of quote.");
        }
        if (!quoted
                && OURS.matcher(entry.group(1)).matches()
                && HASH_INSIDE.matcher(value).matches()) {
            throw malformed(
                    file,
                    index,
                    "has a # in its value, where a comment would begin",
                    "Put the value in double quotes.");
        }
        return index;
    }

    private static int endOfQuote(Path file, List<String> lines, int begin) {
        for (int i = begin + 1; i < lines.size(); i++) {
            if (lines.get(i).endsWith("\"")) {
                return i;
            }
        }
        throw malformed(file, begin, "begins a value in double quotes that never ends", "Close the quote.");
    }

    private static ConfigurationException malformed(Path file, int index, String what, String remedy) {
        return ConfigurationException.invalid(file + ":" + (index + 1) + " " + what + ".", remedy);
    }
}

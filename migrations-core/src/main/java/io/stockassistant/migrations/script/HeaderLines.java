package io.stockassistant.migrations.script;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header lines of a script, as text that can be changed. */
public final class HeaderLines {

    private static final Pattern DEPENDS_ON = Pattern.compile("([\\s\\uFEFF]*--\\s*depends-on\\s*:\\s*)(\\S+)(\\s*)");

    private static final String BACKFILL = "D";

    private HeaderLines() {}

    /** The header line that names a migration which must have been applied before. */
    public static String dependsOn(Revision revision) {
        return "-- depends-on: " + revision;
    }

    /** The header line that says why there is no way back. */
    public static String irreversible(String why) {
        return "-- irreversible: " + why;
    }

    /** The header line that says what a baseline was made from. */
    public static String replaces(Replaced replaced) {
        return "-- replaces: " + replaced;
    }

    /** The header line that says for which backfill a baseline stands. */
    public static String replacesBackfill(Version backfill) {
        return "-- replaces: " + BACKFILL + backfill;
    }

    static Optional<Version> findReplacedBackfill(String words) {
        return words.startsWith(BACKFILL) ? Version.find(words.substring(BACKFILL.length())) : Optional.empty();
    }

    /** The text with other revisions in the depends-on lines above its first statement; all else stays as it is. */
    public static String withRevisions(String text, UnaryOperator<Revision> change) {
        if (!text.contains("depends-on")) {
            return text;
        }
        StringBuilder changed = new StringBuilder();
        int top = Comments.endOfLeading(text);
        int start = 0;
        while (start < top) {
            int end = Math.min(Comments.endOfLine(text, start) + 1, text.length());
            changed.append(changed(text.substring(start, end), change));
            start = end;
        }
        return changed.append(text.substring(start)).toString();
    }

    private static String changed(String line, UnaryOperator<Revision> change) {
        Matcher header = DEPENDS_ON.matcher(line);
        return header.matches()
                ? Revision.find(header.group(2))
                        .filter(named -> !change.apply(named).equals(named))
                        .map(named -> header.group(1) + change.apply(named) + header.group(3))
                        .orElse(line)
                : line;
    }
}

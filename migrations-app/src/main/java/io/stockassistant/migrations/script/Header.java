package io.stockassistant.migrations.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the comment lines at the top of a script say about it: {@code -- depends-on: module@version} (repeatable) and
 * {@code -- irreversible: why}.
 *
 * @param dependsOn the revisions that must have been applied before
 * @param irreversible why there is no way back, if there is none
 * @param mistakes lines that look like a header but say nothing, or stand where nobody reads them
 */
public record Header(List<Revision> dependsOn, @Nullable String irreversible, List<Mistake> mistakes) {

    /** A header line that cannot mean what its author hoped. */
    public record Mistake(int line, String text, String reason) {}

    private static final Pattern ENTRY =
            Pattern.compile("--\\s*(depends[-_ ]?on|irreversible)\\s*(:?)\\s*(.*?)\\s*", Pattern.CASE_INSENSITIVE);

    public Header {
        dependsOn = List.copyOf(dependsOn);
        mistakes = List.copyOf(mistakes);
    }

    public Optional<String> findIrreversible() {
        return Optional.ofNullable(irreversible);
    }

    static Header parse(String text) {
        if (text.indexOf("--") < 0) {
            return new Header(List.of(), null, List.of());
        }
        return new Reader().read(text);
    }

    private static final class Reader {

        private final List<Revision> dependsOn = new ArrayList<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private @Nullable String irreversible;

        Header read(String text) {
            boolean atTop = true;
            int number = 0;
            for (String raw : text.split("\n", -1)) {
                number++;
                String line = raw.strip();
                if (line.startsWith("\uFEFF")) {
                    line = line.substring(1);
                }
                if (!line.startsWith("--")) {
                    atTop = atTop && line.isEmpty();
                    continue;
                }
                Matcher entry = ENTRY.matcher(line);
                if (entry.matches()) {
                    readEntry(entry, number, atTop);
                }
            }
            return new Header(dependsOn, irreversible, mistakes);
        }

        private void readEntry(Matcher entry, int line, boolean atTop) {
            String key = entry.group(1);
            String value = entry.group(3);
            boolean exact = key.equals("depends-on") || key.equals("irreversible");
            if (entry.group(2).isEmpty() || !exact) {
                // Prose may well begin with these words; only what also reads as a value is a slip.
                if (Revision.find(value).isPresent()) {
                    mistakes.add(new Mistake(line, entry.group(), "it is written '-- depends-on: module@version'"));
                }
            } else if (!atTop) {
                mistakes.add(new Mistake(line, entry.group(), "it only counts above the first statement"));
            } else if (key.equals("depends-on")) {
                Revision.find(value)
                        .ifPresentOrElse(
                                dependsOn::add,
                                () -> mistakes.add(new Mistake(
                                        line, entry.group(), "it names one migration as module@version")));
            } else if (value.isEmpty()) {
                mistakes.add(new Mistake(line, entry.group(), "it says why, after the colon"));
            } else {
                irreversible = value;
            }
        }
    }
}

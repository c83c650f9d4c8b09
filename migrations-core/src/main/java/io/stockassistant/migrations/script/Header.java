package io.stockassistant.migrations.script;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the comment lines at the top of a script say about it: {@code -- depends-on: module@version} (repeatable),
 * {@code -- irreversible: why}, and in a baseline {@code -- replaces: version checksum}, {@code -- replaces:
 * Dversion} (repeatable) and {@code
 * -- last-release: name}.
 *
 * @param dependsOn the revisions that must have been applied before
 * @param irreversible why there is no way back, if there is none
 * @param replaced what a baseline was made from
 * @param backfills those that a baseline stands for
 * @param lastRelease the last release that has these migrations as files of their own
 * @param mistakes lines that look like a header but say nothing, or stand where nobody reads them
 */
public record Header(
        List<Revision> dependsOn,
        @Nullable String irreversible,
        List<Replaced> replaced,
        List<Version> backfills,
        @Nullable String lastRelease,
        List<Mistake> mistakes) {

    /** A header line that cannot mean what its author hoped. */
    public record Mistake(int line, String text, String reason) {

        /** As something to mend in a file of a migration. */
        public Problem toProblem(Change change, ScriptFile file) {
            String place = file instanceof JavaFile ? file.name() : file.path() + ":" + line;
            return new Problem(
                    ProblemCode.INVALID_HEADER,
                    change.module(),
                    change.findVersion().map(Version::toString).orElse(null),
                    place,
                    place + " has the header line '" + text + "', which does not count: " + reason + ".",
                    "Correct the line or remove it.");
        }
    }

    private static final Pattern ENTRY = Pattern.compile(
            "--\\s*(depends[-_ ]?on|irreversible|replaces|last-release)\\s*(:?)\\s*(.*?)\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTRY_OF_CLASS =
            Pattern.compile("--\\s*(depends-on|irreversible)\\s*(:)\\s*(.*?)\\s*");

    public Header {
        dependsOn = List.copyOf(dependsOn);
        replaced = List.copyOf(replaced);
        backfills = List.copyOf(backfills);
        mistakes = List.copyOf(mistakes);
    }

    public Optional<String> findIrreversible() {
        return Optional.ofNullable(irreversible);
    }

    /** The versions of the migrations that a baseline was made from. */
    public List<Version> replaces() {
        return replaced.stream()
                .filter(each -> !each.baseline())
                .map(Replaced::version)
                .toList();
    }

    /** What a baseline was made from at a version. */
    public Optional<Replaced> findReplaced(Version version, boolean baseline) {
        return replaced.stream()
                .filter(each -> each.baseline() == baseline && each.version().equals(version))
                .findFirst();
    }

    public Optional<String> findLastRelease() {
        return Optional.ofNullable(lastRelease);
    }

    /** Reads the header of a script. */
    public static Header parse(String text) {
        if (text.indexOf("--") < 0) {
            return new Header(List.of(), null, List.of(), List.of(), null, List.of());
        }
        return new Reader().read(text);
    }

    /** Reads header lines that stand without dashes, as an annotation has them; each has to say something. */
    static Header ofLines(List<String> lines) {
        Reader reader = new Reader();
        for (int i = 0; i < lines.size(); i++) {
            reader.readOnly(lines.get(i).strip(), i + 1);
        }
        return reader.header();
    }

    private static final class Reader {

        private final List<Revision> dependsOn = new ArrayList<>();
        private final List<Mistake> mistakes = new ArrayList<>();
        private final List<Replaced> replaced = new ArrayList<>();
        private final List<Version> backfills = new ArrayList<>();
        private @Nullable String irreversible;
        private @Nullable String lastRelease;

        Header read(String text) {
            int endOfTop = Comments.endOfLeading(text);
            int number = 0;
            int start = 0;
            int endOfBlock = 0;
            while (start < text.length()) {
                number++;
                int end = Comments.endOfLine(text, start);
                String line = text.substring(start, end).strip();
                if (line.startsWith("\uFEFF")) {
                    line = line.substring(1);
                }
                boolean atTop = start < endOfTop;
                if (atTop && start >= endOfBlock && line.startsWith("/*")) {
                    endOfBlock = Comments.endOfBlock(text, text.indexOf("/*", start));
                }
                if (line.startsWith("--") && start >= endOfBlock) {
                    readLine(line, number, atTop);
                }
                start = end + 1;
            }
            return header();
        }

        Header header() {
            return new Header(dependsOn, irreversible, replaced, backfills, lastRelease, mistakes);
        }

        /** One line where nothing but header lines can stand. */
        void readOnly(String line, int number) {
            Matcher entry = ENTRY_OF_CLASS.matcher("-- " + line);
            if (entry.matches()) {
                readEntry(entry, number, true);
            } else {
                mistakes.add(
                        new Mistake(number, line, "it is written 'depends-on: module@version' or 'irreversible: why'"));
            }
        }

        private void readLine(String line, int number, boolean atTop) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                readEntry(entry, number, atTop);
            }
        }

        private void readEntry(Matcher entry, int line, boolean atTop) {
            String key = entry.group(1);
            String value = entry.group(3);
            if (key.equalsIgnoreCase("replaces") || key.equalsIgnoreCase("last-release")) {
                readEntryOfBaseline(key, value, atTop);
                return;
            }
            boolean irreversibleEntry = key.equalsIgnoreCase("irreversible");
            boolean exact = key.equals("depends-on") || irreversibleEntry;
            if (entry.group(2).isEmpty() || !exact) {
                // Prose may well begin with these words; only what also reads as a value is a slip.
                if (Revision.find(value).isPresent()) {
                    mistakes.add(new Mistake(line, entry.group(), "it is written '-- depends-on: module@version'"));
                }
            } else if (!atTop) {
                mistakes.add(new Mistake(line, entry.group(), "it only counts above the first statement"));
            } else if (!irreversibleEntry) {
                Revision.find(value)
                        .ifPresentOrElse(
                                dependsOn::add,
                                () -> mistakes.add(
                                        new Mistake(line, entry.group(), "it names one migration as module@version")));
            } else if (value.isEmpty()) {
                mistakes.add(new Mistake(line, entry.group(), "it says why, after the colon"));
            } else {
                irreversible = value;
            }
        }

        /** These are written by a command; elsewhere the words are prose. */
        private void readEntryOfBaseline(String key, String value, boolean atTop) {
            if (atTop && key.equalsIgnoreCase("replaces")) {
                Replaced.find(value).ifPresent(replaced::add);
                HeaderLines.findReplacedBackfill(value).ifPresent(backfills::add);
            } else if (atTop && !value.isEmpty()) {
                lastRelease = value;
            }
        }
    }
}

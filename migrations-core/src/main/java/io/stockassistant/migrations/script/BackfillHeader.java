package io.stockassistant.migrations.script;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the comment lines at the top of a backfill say about it, beside what every script may say ({@link Header}).
 *
 * @param table as it is written: of the module's schema, or with its schema
 * @param key the columns by which the table is walked through, as they are written
 * @param todo the condition of rows that still have to be done, if there is one
 * @param batchSize rows of the first batch; later ones follow the time that a batch takes
 * @param maxAttempts how often a batch is tried before it is cut
 * @param parallel how many workers there are, unless a command says it
 */
public record BackfillHeader(
        String table, List<String> key, @Nullable String todo, int batchSize, int maxAttempts, int parallel) {

    private static final int BATCH_SIZE = 1_000;
    private static final int MAX_ATTEMPTS = 3;
    private static final int LARGEST_BATCH = 1_000_000;
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_WORKERS = 64;

    private static final Pattern LINE =
            Pattern.compile("\\s*--\\s*([a-z]+(?:[-_ ][a-z]+)?)\\s*:\\s*(.*?)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NAMES = Set.of("table", "key", "todo", "batch-size", "max-attempts", "parallel");
    private static final String NAME = "(?:[A-Za-z_][\\w$]*|\"(?:[^\"]|\"\")+\")";
    private static final Pattern TABLE = Pattern.compile(NAME + "(?:\\." + NAME + ")?");
    private static final Pattern KEY = Pattern.compile(NAME + "(?:\\s*,\\s*" + NAME + ")*");
    private static final Pattern COLUMN = Pattern.compile(NAME);

    public BackfillHeader {
        key = List.copyOf(key);
    }

    public Optional<String> findTodo() {
        return Optional.ofNullable(todo);
    }

    /** @param mistakes is told what is wrong, each as half a sentence that follows the file's name, and the line */
    static Optional<BackfillHeader> read(String text, ObjIntConsumer<String> mistakes) {
        return read(text.substring(0, Comments.endOfLeading(text)).lines(), mistakes);
    }

    /** The same of lines without dashes, as an annotation has them. */
    static Optional<BackfillHeader> ofLines(List<String> lines, ObjIntConsumer<String> mistakes) {
        return read(lines.stream().map(each -> "-- " + each), mistakes);
    }

    private static Optional<BackfillHeader> read(Stream<String> lines, ObjIntConsumer<String> mistakes) {
        Reader reader = new Reader(mistakes);
        lines.forEach(reader::read);
        return reader.header();
    }

    /** Whether a line without dashes is one of these. */
    static boolean isLine(String line) {
        Matcher entry = LINE.matcher("-- " + line);
        return entry.matches() && NAMES.contains(name(entry));
    }

    /** Nobody remembers which of these it is. */
    private static String name(Matcher entry) {
        return entry.group(1).toLowerCase(Locale.ROOT).replaceAll("[_ ]", "-");
    }

    private static final class Reader {

        private final ObjIntConsumer<String> told;
        private boolean mistaken;
        private int line;
        private @Nullable String table;
        private @Nullable String key;
        private @Nullable String todo;
        private int batchSize = BATCH_SIZE;
        private int maxAttempts = MAX_ATTEMPTS;
        private int parallel = 1;

        Reader(ObjIntConsumer<String> told) {
            this.told = told;
        }

        void read(String text) {
            line++;
            Matcher entry = LINE.matcher(text.replace("\uFEFF", ""));
            if (!entry.matches()) {
                return;
            }
            String value = entry.group(2);
            switch (name(entry)) {
                case "table" ->
                    table = once(table, matching(TABLE, "table", value, "a table, or schema.table"), "table");
                case "key" -> key = once(key, matching(KEY, "key", value, "a column, or several with commas"), "key");
                case "todo" -> todo = once(todo, value.replaceFirst(";$", "").strip(), "todo");
                case "batch-size" -> batchSize = number("batch-size", value, LARGEST_BATCH);
                case "max-attempts" -> maxAttempts = number("max-attempts", value, MOST_ATTEMPTS);
                case "parallel" -> parallel = number("parallel", value, MOST_WORKERS);
                default -> {
                    // a sentence with a colon in it, or a line that every script may have
                }
            }
        }

        private void tell(int where, String mistake) {
            mistaken = true;
            told.accept(mistake, where);
        }

        private String once(@Nullable String before, String now, String name) {
            if (before != null) {
                tell(line, "has two header lines '-- " + name + ": …'");
            }
            return now;
        }

        private String matching(Pattern form, String name, String value, String what) {
            if (!form.matcher(value).matches()) {
                tell(line, "has the header line '-- " + name + ": " + value + "', which is not " + what);
            }
            return value;
        }

        private int number(String name, String value, int largest) {
            if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > largest) {
                tell(
                        line,
                        "has the header line '-- " + name + ": " + value + "', which is no number from 1 to "
                                + largest);
                return 1;
            }
            return Integer.parseInt(value);
        }

        Optional<BackfillHeader> header() {
            if (table == null) {
                tell(1, "does not say which table it walks through: '-- table: name'");
            }
            if (key == null) {
                tell(1, "does not say by which columns it walks through the table: '-- key: id'");
            }
            if (todo != null && todo.isEmpty()) {
                tell(1, "has the header line '-- todo:' without a condition");
            }
            return !mistaken && table != null && key != null
                    ? Optional.of(new BackfillHeader(table, columns(key), todo, batchSize, maxAttempts, parallel))
                    : Optional.empty();
        }

        private static List<String> columns(String key) {
            return Arrays.asList(
                    COLUMN.matcher(key).results().map(each -> each.group()).toArray(String[]::new));
        }
    }
}

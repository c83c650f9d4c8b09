package io.stockassistant.migrations.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a baseline was made from: a migration, or an earlier baseline.
 *
 * @param baseline whether it is an earlier baseline
 * @param checksum of its file as it was then; absent where nobody has written it down
 */
public record Replaced(
        Version version, boolean baseline, @Nullable Integer checksum) {

    private static final Pattern FORM = Pattern.compile("(B?)(\\S+)(?:\\s+(-?\\d{1,10}))?");

    /** As it is on the day of the squash. */
    public static Replaced of(Migration migration) {
        return new Replaced(migration.version(), migration.isBaseline(), migration.checksum());
    }

    /** What the words after {@code -- replaces:} say, if they say that. */
    static Optional<Replaced> find(String words) {
        Matcher form = FORM.matcher(words);
        if (!form.matches()) {
            return Optional.empty();
        }
        String checksum = form.group(3);
        boolean tooLong = checksum != null && Long.parseLong(checksum) != (int) Long.parseLong(checksum);
        return Version.find(form.group(2))
                .filter(version -> !tooLong)
                .map(version -> new Replaced(
                        version, !form.group(1).isEmpty(), checksum == null ? null : Integer.valueOf(checksum)));
    }

    /** Whether a history that has another checksum for it tells of another file; unknown ones contradict nobody. */
    public boolean contradicts(@Nullable Integer applied) {
        return checksum != null && !checksum.equals(applied);
    }

    /** The words after {@code -- replaces:}. */
    @Override
    public String toString() {
        return (baseline ? "B" : "") + version + (checksum == null ? "" : " " + checksum);
    }
}

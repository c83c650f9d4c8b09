package io.stockassistant.migrations.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of values when a column of one type gets another. */
final class TypeConversion {

    /** Types of one row take in all values of those before them. */
    private static final List<List<String>> WIDER = List.of(
            List.of("smallint", "integer", "bigint", "numeric"),
            List.of("real", "double precision"),
            List.of("character varying", "text"),
            List.of("date", "timestamp"));

    private static final Map<String, Integer> LARGEST = Map.of(
            "numeric", 131072,
            "character varying", 10485760,
            "timestamp", 6,
            "timestamp with time zone", 6,
            "time", 6,
            "interval", 6);

    /** Whatever of these may become whatever of the same set: each value has one that it becomes. */
    private static final List<Set<String>> ALWAYS_CONVERTED = List.of(
            Set.of("timestamp", "timestamp with time zone", "date"),
            Set.of("boolean", "integer"),
            Set.of("text", "character varying", "citext"));

    private static final Set<String> TEXTS = Set.of("text", "character varying", "citext");
    private static final String ZONED = "timestamp with time zone";
    private static final Set<String> PLAIN_TIMES = Set.of("timestamp", "date");
    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
    private static final Set<String> INEXACT = Set.of("real", "double precision");
    private static final Set<String> FRACTIONS = Set.of("numeric", "real", "double precision");

    private final boolean same;
    private final boolean toText;
    private final Optional<SqlType> from;
    private final Optional<SqlType> to;

    TypeConversion(String from, String to) {
        this.same = from.equals(to);
        this.toText = to.equals("text");
        this.from = SqlType.find(from);
        this.to = SqlType.find(to);
    }

    private boolean areKnown() {
        return from.isPresent() && to.isPresent();
    }

    /** Whether every value of the one is one of the other, and used in the same way. */
    boolean isWidening() {
        if (same || !areKnown()) {
            return same;
        }
        SqlType one = from.get();
        SqlType other = to.get();
        boolean wider = one.name().equals(other.name())
                || WIDER.stream()
                        .filter(row -> row.contains(one.name()))
                        .anyMatch(row -> row.indexOf(one.name()) < row.indexOf(other.name()));
        return one.array() == other.array() && wider && sizeFits(one, other);
    }

    private static boolean sizeFits(SqlType one, SqlType other) {
        if (other.size().isEmpty()) {
            return true;
        }
        int largest = LARGEST.getOrDefault(one.name(), Integer.MAX_VALUE);
        int scaleOne = one.scale().orElse(0);
        int scaleOther = other.scale().orElse(0);
        return one.name().equals("numeric")
                ? one.size().isPresent()
                        && scaleOne <= scaleOther
                        && one.size().get() - scaleOne <= other.size().get() - scaleOther
                : one.size().orElse(largest) <= other.size().get();
    }

    /** Whether some value cannot be converted, so that the rows decide. */
    boolean mayFail() {
        if (isWidening() || toText) {
            return false;
        }
        if (!areKnown() || from.get().array() || to.get().array()) {
            return true;
        }
        SqlType one = from.get();
        SqlType other = to.get();
        boolean always =
                ALWAYS_CONVERTED.stream().anyMatch(set -> set.contains(one.name()) && set.contains(other.name()));
        boolean lessPrecise = one.isTime() && one.name().equals(other.name());
        boolean limited = other.size().isPresent() && TEXTS.contains(other.name());
        return limited || !(always || lessPrecise);
    }

    /** Whether the server writes the table anew, and does not only note the new type. */
    boolean rewrites() {
        if (same) {
            return false;
        }
        if (!areKnown() || from.get().array() || to.get().array()) {
            return true;
        }
        SqlType one = from.get();
        SqlType other = to.get();
        boolean text = TEXTS.contains(one.name()) && TEXTS.contains(other.name());
        boolean sameScale = one.scale().equals(other.scale()) || other.size().isEmpty();
        boolean limits = other.size().isPresent() && !isWidening();
        return limits || !(text || (one.name().equals(other.name()) && sameScale && isWidening()));
    }

    /** How values are understood, where that is not in them; {@code %s} stands for their column. */
    Optional<String> meaning() {
        if (!areKnown() || same) {
            return Optional.empty();
        }
        boolean zoneFrom = from.get().name().equals(ZONED);
        boolean zoneTo = to.get().name().equals(ZONED);
        if (zoneTo && PLAIN_TIMES.contains(from.get().name())) {
            return Optional.of("Takes what is in %s for times in UTC; if they are of another zone, write"
                    + " AT TIME ZONE behind USING.");
        }
        return zoneFrom && PLAIN_TIMES.contains(to.get().name())
                ? Optional.of("Writes the times of %s down as they are in UTC; for another zone, write AT TIME ZONE"
                        + " behind USING.")
                : Optional.empty();
    }

    /** Numbers with more digits than the other type keeps. */
    private static boolean isRounded(SqlType one, SqlType other) {
        boolean sized = other.name().equals("numeric") && other.size().isPresent();
        boolean cents = other.name().equals("money");
        return switch (one.name()) {
            case "double precision" -> other.name().equals("real") || sized || cents;
            case "real" -> sized || cents;
            case "numeric" ->
                INEXACT.contains(other.name()) || (cents && one.scale().orElse(3) > 2);
            case "bigint" -> INEXACT.contains(other.name());
            case "integer" -> other.name().equals("real");
            case "text", "character varying", "citext" -> sized || cents || INEXACT.contains(other.name());
            default -> false;
        };
    }

    /** Values of which the server keeps the beginning alone, an assignment or not. */
    private static boolean isCut(SqlType one, SqlType other) {
        boolean toName = Set.of("name", "\"char\"").contains(other.name()) && TEXTS.contains(one.name());
        boolean ofDay = other.name().equals("date") && TEXTS.contains(one.name());
        return toName || ofDay || (one.name().equals("inet") && other.name().equals("cidr"));
    }

    /** Whether the server builds indexes anew, since values are equal now that were not, or the other way round. */
    boolean comparesOtherwise() {
        return areKnown() && ignoresCase(from.get()) != ignoresCase(to.get());
    }

    /** Whether two values that differ may become equal. */
    boolean mayMakeEqual() {
        return loses() || (comparesOtherwise() && ignoresCase(to.get()));
    }

    private static boolean ignoresCase(SqlType type) {
        return type.name().equals("citext");
    }

    /** Whether a conversion succeeds and gives less than there was. */
    boolean loses() {
        if (!areKnown()) {
            return false;
        }
        SqlType one = from.get();
        SqlType other = to.get();
        boolean fraction = FRACTIONS.contains(one.name()) && WHOLE.contains(other.name());
        boolean lessScale = one.name().equals("numeric")
                && other.name().equals("numeric")
                && other.size().isPresent()
                && other.scale().orElse(0) < one.scale().orElse(one.size().isPresent() ? 0 : 1000);
        boolean lessTime = one.isTime()
                && other.isTime()
                && other.size().orElse(6) < one.size().orElse(6);
        boolean noTime = one.name().startsWith("timestamp")
                && (other.name().equals("date") || other.name().equals("time"));
        boolean truth = WHOLE.contains(one.name()) && other.name().equals("boolean");
        return fraction || lessScale || lessTime || noTime || truth || isRounded(one, other) || isCut(one, other);
    }
}

package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What it means for rows that a column gets another type. */
final class ColumnTypeHazards {

    private static final Pattern TYPE =
            Pattern.compile("^([a-z ]+?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?(\\[\\])?$");

    /** Types of one row take in all values of those before them. */
    private static final List<List<String>> WIDER = List.of(
            List.of("smallint", "integer", "bigint", "numeric"),
            List.of("real", "double precision"),
            List.of("character varying", "text"),
            List.of("date", "timestamp"));

    private static final Map<String, Integer> LARGEST =
            Map.of("numeric", 131072, "character varying", 10485760, "timestamp", 6);

    private ColumnTypeHazards() {}

    private record Parsed(String name, Optional<Integer> size, Optional<Integer> scale, boolean array) {}

    static List<Hazard> of(String column, Catalog now, Catalog wanted, String statement) {
        Optional<CatalogObject> before = now.find(Kind.COLUMN, column);
        Optional<CatalogObject> after = wanted.find(Kind.COLUMN, column);
        String table = column.substring(0, Math.max(0, column.lastIndexOf('.')));
        List<Hazard> found = new ArrayList<>();
        if (before.isEmpty() || after.isEmpty()) {
            return found;
        }
        String from = before.get().get("type");
        String to = after.get().get("type");
        boolean swapped = from.equals(to) && statement.contains(" USING ");
        boolean fits = swapped ? contentFits(now, wanted, from) : fits(from, to);
        if (!swapped && from.equals(to)) {
            return found; // a collation
        }
        if (swapped || !isFree(from, to, fits)) {
            found.add(new Hazard(
                    HazardCode.REWRITE, "The whole of " + table + " is written anew while nobody can use it."));
        }
        if (!fits) {
            found.add(new Hazard(
                    HazardCode.DATA_DEPENDENT, "Fails if a value of " + column + " is none of the new " + to + "."));
            found.add(new Hazard(
                    HazardCode.BACKWARD_INCOMPATIBLE,
                    "Whoever reads or writes " + from + " in " + column + " may fail."));
        }
        if (rounds(from, to) || (swapped && losesAttribute(now, wanted, from))) {
            found.add(new Hazard(HazardCode.DATA_LOSS, "Values of " + column + " are cut or rounded to " + to + "."));
            found.add(new Hazard(HazardCode.IRREVERSIBLE, "The way back does not bring back what was cut."));
        }
        return found;
    }

    /** Whether a type of the user's takes in all that it did before. */
    private static boolean contentFits(Catalog now, Catalog wanted, String column) {
        String type = column.replaceFirst("\\[\\]$", "");
        Optional<String> labels = wanted.find(Kind.ENUM, type).flatMap(each -> each.find("labels"));
        Optional<String> base = wanted.find(Kind.DOMAIN, type).map(each -> each.get("type"));
        if (labels.isPresent()) {
            return EnumLabels.of(labels.get())
                    .containsAll(EnumLabels.of(now.find(Kind.ENUM, type)
                            .flatMap(each -> each.find("labels"))
                            .orElse("")));
        }
        return base.isPresent()
                && now.find(Kind.DOMAIN, type)
                        .filter(each -> fits(each.get("type"), base.get()))
                        .isPresent();
    }

    private static boolean losesAttribute(Catalog now, Catalog wanted, String type) {
        List<String> left =
                wanted.columns(type).stream().map(CatalogObject::name).toList();
        return now.find(Kind.COMPOSITE_TYPE, type).isPresent()
                && !left.containsAll(
                        now.columns(type).stream().map(CatalogObject::name).toList());
    }

    /** Whether every value of one type is one of the other. */
    static boolean fits(String from, String to) {
        Optional<Parsed> one = parse(from);
        Optional<Parsed> other = parse(to);
        if (one.isEmpty() || other.isEmpty() || one.get().array() != other.get().array()) {
            return to.equals("text");
        }
        boolean wider = one.get().name().equals(other.get().name())
                || WIDER.stream()
                        .filter(row -> row.contains(one.get().name()))
                        .anyMatch(row -> row.indexOf(one.get().name())
                                < row.indexOf(other.get().name()));
        return to.equals("text") || (wider && sizeFits(one.get(), other.get()));
    }

    private static boolean sizeFits(Parsed one, Parsed other) {
        int largest = LARGEST.getOrDefault(one.name(), Integer.MAX_VALUE);
        int scaleOne = one.scale().orElse(0);
        int scaleOther = other.scale().orElse(0);
        if (other.size().isEmpty()) {
            return true;
        }
        return one.name().equals("numeric")
                ? one.size().isPresent()
                        && scaleOne <= scaleOther
                        && one.size().get() - scaleOne <= other.size().get() - scaleOther
                : one.size().orElse(largest) <= other.size().get();
    }

    /** Whether the server only notes the new type. */
    private static boolean isFree(String from, String to, boolean fits) {
        Optional<Parsed> one = parse(from);
        Optional<Parsed> other = parse(to);
        if (!fits
                || one.isEmpty()
                || other.isEmpty()
                || one.get().array()
                || other.get().array()) {
            return false;
        }
        boolean text = one.get().name().equals("character varying")
                && (other.get().name().equals("text") || other.get().name().equals("character varying"));
        boolean sameScale = one.get().scale().equals(other.get().scale())
                || other.get().size().isEmpty();
        return text || (one.get().name().equals(other.get().name()) && sameScale);
    }

    /** Whether a conversion succeeds and gives less than there was. */
    private static boolean rounds(String from, String to) {
        Optional<Parsed> one = parse(from);
        Optional<Parsed> other = parse(to);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        boolean fraction = List.of("numeric", "real", "double precision")
                .contains(one.get().name());
        boolean whole =
                List.of("smallint", "integer", "bigint").contains(other.get().name());
        boolean lessScale = one.get().name().equals("numeric")
                && other.get().name().equals("numeric")
                && other.get().size().isPresent()
                && other.get().scale().orElse(0)
                        < one.get().scale().orElse(one.get().size().isPresent() ? 0 : 1000);
        boolean lessTime = one.get().name().startsWith("time")
                && other.get().name().startsWith("time")
                && other.get().size().orElse(6) < one.get().size().orElse(6);
        boolean noTime = one.get().name().startsWith("timestamp")
                && List.of("date", "time").contains(other.get().name());
        boolean single = one.get().name().equals("double precision")
                && other.get().name().equals("real");
        return (fraction && whole) || lessScale || lessTime || noTime || single;
    }

    private static Optional<Parsed> parse(String type) {
        Matcher found = TYPE.matcher(type);
        if (!found.matches()) {
            return Optional.empty();
        }
        String zone = Optional.ofNullable(found.group(4))
                .filter(each -> each.equals(" with time zone"))
                .orElse("");
        return Optional.of(new Parsed(
                found.group(1) + zone,
                Optional.ofNullable(found.group(2)).map(Integer::valueOf),
                Optional.ofNullable(found.group(3)).map(Integer::valueOf),
                found.group(5) != null));
    }
}

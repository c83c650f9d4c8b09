package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What it means for rows that a column gets another type. */
final class ColumnTypeHazards {

    private final String column;
    private final String table;
    private final Catalog now;
    private final Catalog wanted;
    private final List<Hazard> found = new ArrayList<>();

    private ColumnTypeHazards(String column, Catalog now, Catalog wanted) {
        this.column = column;
        this.table = column.substring(0, Math.max(0, column.lastIndexOf('.')));
        this.now = now;
        this.wanted = wanted;
    }

    static List<Hazard> of(String column, Catalog now, Catalog wanted, String statement) {
        Optional<String> from = now.find(Kind.COLUMN, column).map(each -> each.get("type"));
        Optional<String> to = wanted.find(Kind.COLUMN, column).map(each -> each.get("type"));
        ColumnTypeHazards hazards = new ColumnTypeHazards(column, now, wanted);
        if (from.isEmpty() || to.isEmpty()) {
            return List.of();
        }
        if (!from.equals(to)) {
            hazards.converted(from.get(), to.get());
        } else if (statement.contains(" USING ") && UserTypes.isOne(now, from.get())) {
            hazards.swapped(from.get());
        } else {
            hazards.indexed();
        }
        return List.copyOf(hazards.found);
    }

    private void converted(String from, String to) {
        TypeConversion conversion = new TypeConversion(UserTypes.base(now, from), UserTypes.base(wanted, to));
        boolean constrained = UserTypes.isConstrained(wanted, to);
        if (constrained || conversion.rewrites()) {
            rewritten();
        }
        if (constrained || conversion.mayFail()) {
            mayFail(to);
        }
        if (constrained || !conversion.isWidening()) {
            add(HazardCode.BACKWARD_INCOMPATIBLE, "Whoever reads or writes " + from + " in " + column + " may fail.");
        }
        if (conversion.loses()) {
            lost(to);
        }
        if (conversion.comparesOtherwise() && !conversion.rewrites()) {
            indexed();
        }
        if (conversion.mayMakeEqual() && indexes().anyMatch(each -> each.startsWith("CREATE UNIQUE "))) {
            add(
                    HazardCode.DATA_DEPENDENT,
                    "Fails if two values of " + column + " become equal: a unique index forbids that.");
        }
        conversion.meaning().ifPresent(each -> add(HazardCode.DATA_DEPENDENT, each.formatted(column)));
    }

    /** The type has kept its name alone. */
    private void swapped(String type) {
        String element = type.replaceFirst("\\[\\]$", "");
        List<String> attributesLeft =
                wanted.columns(element).stream().map(CatalogObject::name).toList();
        boolean composite = now.find(Kind.COMPOSITE_TYPE, element).isPresent();
        boolean fits = UserTypes.takesInAllThat(now, wanted, element);
        rewritten();
        if (!fits) {
            mayFail(type);
        }
        if (!fits || composite) {
            add(HazardCode.BACKWARD_INCOMPATIBLE, "Whoever reads or writes " + type + " in " + column + " may fail.");
        }
        boolean all = attributesLeft.containsAll(
                now.columns(element).stream().map(CatalogObject::name).toList());
        boolean ofDomain = new TypeConversion(UserTypes.base(now, type), UserTypes.base(wanted, type)).loses();
        if (ofDomain || (composite && (!all || losesInAttributes(element)))) {
            lost(type);
        }
    }

    /** A row is made anew by casts, and these cut. */
    private boolean losesInAttributes(String type) {
        return now.columns(type).stream().anyMatch(each -> {
            String from = UserTypes.base(now, each.get("type"));
            String to = wanted.find(Kind.COLUMN, each.qualified())
                    .map(other -> UserTypes.base(wanted, other.get("type")))
                    .orElse(from);
            TypeConversion conversion = new TypeConversion(from, to);
            boolean cut = MendedCasts.assigned("", from, to).isPresent() && conversion.mayFail();
            return cut || conversion.loses();
        });
    }

    private void indexed() {
        if (indexes().findAny().isPresent()) {
            add(HazardCode.LOCK, "Indexes of " + table + " are built anew while nobody can use it.");
        }
    }

    /** The definitions of those in which the column is. */
    private Stream<String> indexes() {
        Pattern name = Pattern.compile(
                " USING .*(?<![\\w\"$])" + Pattern.quote(column.substring(table.length() + 1)) + "(?![\\w\"$])");
        return now.list(Kind.INDEX).stream()
                .filter(each -> each.find("table").filter(table::equals).isPresent())
                .map(each -> each.get("definition"))
                .filter(each -> name.matcher(each).find());
    }

    private void rewritten() {
        add(HazardCode.REWRITE, "The whole of " + table + " is written anew while nobody can use it.");
    }

    private void mayFail(String to) {
        add(HazardCode.DATA_DEPENDENT, "Fails if a value of " + column + " is none of the new " + to + ".");
    }

    private void lost(String to) {
        add(HazardCode.DATA_LOSS, "Values of " + column + " are cut or rounded to " + to + ".");
        add(HazardCode.IRREVERSIBLE, "The way back does not bring back what was cut.");
    }

    private void add(HazardCode code, String sentence) {
        found.add(new Hazard(code, sentence));
    }
}

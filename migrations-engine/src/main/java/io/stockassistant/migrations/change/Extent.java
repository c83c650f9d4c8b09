package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Identifiers;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The part of a database that is compared.
 *
 * @param scope what is read of it
 * @param schemas as the server keeps their names, without quotes; each may be there on one side only
 * @param hidden tables that are left alone wherever they stand
 * @param home the schemas in which names without one are looked for before those that are everybody's
 * @param whole whether it is all of the database, what stands in no schema too
 */
public record Extent(Scope scope, List<String> schemas, List<HistoryTable> hidden, List<String> home, boolean whole) {

    /** What is in every database, and nobody's. */
    static final String EVERYBODYS = "public";

    public Extent {
        schemas = List.copyOf(schemas);
        hidden = List.copyOf(hidden);
        home = List.copyOf(home);
    }

    /** The schema of a module without the history of its migrations, where scripts run as migrations do. */
    public static Extent ofModule(String schema, HistoryTable history) {
        Scope scope = Scope.schemas(List.of(schema)).withPublications().withoutTable(history.schema(), history.table());
        return new Extent(scope, List.of(schema), List.of(history), List.of(schema), false);
    }

    /**
     * All that a scope looks at.
     *
     * @param scope a whole database, without the hidden tables
     * @param schemas those that it meets on either side
     */
    public static Extent ofDatabase(Scope scope, Collection<String> schemas, Collection<HistoryTable> hidden) {
        return new Extent(scope, List.copyOf(schemas), List.copyOf(hidden), List.of(), true);
    }

    /** The same as everything around it, without the hidden tables. */
    Scope surroundings() {
        Scope all = Scope.wholeDatabase();
        for (HistoryTable each : hidden) {
            all = all.withoutTable(each.schema(), each.table());
        }
        return all;
    }

    /** The hidden tables as {@code schema.table}, without quotes. */
    public List<String> listHidden() {
        return hidden.stream().map(HistoryTable::toString).toList();
    }

    /** The value of {@code search_path} for scripts. */
    public String searchPath() {
        return home.stream().map(each -> Identifiers.quote(each) + ", ").collect(Collectors.joining()) + "\"$user\", "
                + EVERYBODYS;
    }
}

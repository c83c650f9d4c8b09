package io.stockassistant.migrations.drift;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.drift.Mutations.Mutation;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Rebuild;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes to a database, each made, looked at and rolled back.
 *
 * @param tried how many the server has carried out
 * @param missed those of which drift did not name the object
 */
public record TriedOut(int tried, List<String> missed) {

    /** Where the server's own objects can be told from others by their numbers. */
    private static final Set<String> OF_OBJECTS = Set.of("pg_class", "pg_proc", "pg_type", "pg_rewrite");

    /**
     * Tries all changes out.
     *
     * @param live where they are made
     * @param expected a database that is the same
     */
    public static TriedOut on(
            Connection live, Connection expected, Modules modules, Scope scope, List<Mutation> mutations)
            throws SQLException {
        Catalog built = CatalogReader.read(expected, scope);
        Rebuild whole = new Rebuild(new Plan(Direction.UP, List.of(), Map.of(), List.of()), Map.of(), Map.of());
        Rereading rereading = new Rereading(expected, built);
        int tried = 0;
        List<String> missed = new ArrayList<>();
        try (Statement statement = live.createStatement()) {
            for (Mutation each : mutations) {
                Optional<Catalog> changed = change(statement, each, () -> CatalogReader.readInTransaction(live, scope));
                if (changed.isEmpty()) {
                    continue; // the server refuses it
                }
                DriftFound found = new DriftJudge(modules, whole, new Catalog(List.of()), built, changed.get())
                        .judge(rereading.real(built.differences(changed.get())), List.of(), List.of());
                if (found.differences().stream().anyMatch(difference -> names(difference, each))) {
                    tried++;
                } else if (!Optional.of(fingerprint(statement))
                        .equals(change(statement, each, () -> fingerprint(statement)))) {
                    tried++; // it was not like this already
                    missed.add(each + " -> " + found.differences());
                }
            }
        }
        return new TriedOut(tried, missed);
    }

    private interface Look<T> {
        T look() throws SQLException;
    }

    /** What is seen after a change that is rolled back then; nothing if it is refused. */
    private static <T> Optional<T> change(Statement statement, Mutation mutation, Look<T> look) throws SQLException {
        statement.execute("BEGIN");
        try {
            statement.execute(mutation.sql());
        } catch (SQLException refused) {
            statement.execute("ROLLBACK");
            return Optional.empty();
        }
        T seen = look.look();
        statement.execute("ROLLBACK");
        return Optional.of(seen);
    }

    /** What the server has written down of objects, read without the catalog that is being tested. */
    private static String fingerprint(Statement statement) throws SQLException {
        String all = Stream.of(
                        "pg_class",
                        "pg_attribute",
                        "pg_attrdef",
                        "pg_constraint",
                        "pg_description",
                        "pg_sequence",
                        "pg_type",
                        "pg_enum",
                        "pg_proc",
                        "pg_trigger",
                        "pg_policy",
                        "pg_rewrite",
                        "pg_namespace",
                        "pg_statistic_ext")
                .map(each -> "SELECT hashtext(t::text)::bigint AS h FROM " + each + " t"
                        + (OF_OBJECTS.contains(each) ? " WHERE oid >= 16384" : "")
                        + (each.equals("pg_attribute") ? " WHERE attrelid >= 16384" : "")
                        + (each.equals("pg_description") ? " WHERE objoid >= 2200" : ""))
                .collect(Collectors.joining(" UNION ALL ", "SELECT sum(h), count(*) FROM (", ") hashes"));
        try (ResultSet row = statement.executeQuery(all)) {
            row.next();
            return row.getString(1) + " " + row.getString(2);
        }
    }

    private static boolean names(Difference difference, Mutation mutation) {
        return difference.kind() == mutation.kind() && difference.object().equals(mutation.object());
    }
}

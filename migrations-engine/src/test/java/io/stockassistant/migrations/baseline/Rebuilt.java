package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Contents;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A schema called shop that was built twice by a script and once by the baseline made of that.
 *
 * @param text the baseline
 */
record Rebuilt(String text, List<Difference> differences, Contents expected, Contents actual) {

    private static final Scope SHOP = Scope.schemas(List.of("shop"));

    /** Three databases for one case after another. */
    record Place(ShadowDatabase one, ShadowDatabase other, ShadowDatabase rebuilt) {

        static Place in(Shadow shadow) {
            return new Place(shadow.create(), shadow.create(), shadow.create());
        }

        private void begin(String before) throws SQLException {
            for (ShadowDatabase each : List.of(one, other, rebuilt)) {
                execute(
                        each,
                        "DROP SCHEMA IF EXISTS shop CASCADE; DROP SCHEMA IF EXISTS base CASCADE;"
                                + "CREATE SCHEMA shop; " + before);
            }
        }
    }

    /** @param before what exists beside the schema, in both */
    static Rebuilt of(Place place, String before, String script) throws SQLException {
        place.begin(before);
        execute(place.one(), script);
        execute(place.other(), script);
        try (Connection connection = place.one().open("");
                Connection otherConnection = place.other().open("")) {
            Catalog catalog = CatalogReader.read(connection, SHOP);
            Contents contents = Contents.read(connection, catalog);
            String text = Baseline.write(connection, catalog, contents, Contents.read(otherConnection, catalog));
            return compare(text, connection, place.rebuilt(), contents);
        }
    }

    private static Rebuilt compare(String text, Connection original, ShadowDatabase rebuilt, Contents contents)
            throws SQLException {
        execute(rebuilt, text);
        try (Connection connection = rebuilt.open("")) {
            Catalog whole = CatalogReader.read(original, Scope.wholeDatabase());
            Catalog again = CatalogReader.read(connection, Scope.wholeDatabase());
            return new Rebuilt(
                    text,
                    new Rereading(connection, again).real(whole.differences(again)),
                    contents,
                    Contents.read(connection, CatalogReader.read(connection, SHOP)));
        }
    }

    static void execute(ShadowDatabase database, String sql) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = shop, public");
            statement.execute("BEGIN; " + sql + "; COMMIT");
        }
    }
}

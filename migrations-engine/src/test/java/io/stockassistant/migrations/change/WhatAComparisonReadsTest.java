package io.stockassistant.migrations.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.change.pgcodekeeper.PgCodeKeeperDiff;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reading takes nearly all the time that a comparison takes, so what is read is counted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatAComparisonReadsTest {

    private static final String SCHEMA =
            "CREATE SCHEMA shop; CREATE TABLE shop.orders (id bigint PRIMARY KEY, name varchar(20) DEFAULT 'x')";

    private final Shadow shadow = TestShadow.open();
    private int catalogs;
    private int comparisonsOfLibrary;

    @AfterAll
    void closeShadow() {
        shadow.close();
    }

    @Test
    void isEachSideOnceWhereNothingDiffers() throws SQLException {
        assertThat(compare("")).isEqualTo(new ChangeScript(List.of(), List.of(), List.of(), List.of()));
        assertThat(catalogs).isEqualTo(2);
        assertThat(comparisonsOfLibrary).isZero();
    }

    @Test
    void isWhatTheStatementsMadeOnceMoreWhereAColumnDiffers() throws SQLException {
        assertThat(compare("ALTER TABLE shop.orders ALTER COLUMN name TYPE varchar(30)")
                        .statements())
                .hasSize(1);
        assertThat(catalogs).isEqualTo(3);
        assertThat(comparisonsOfLibrary).isEqualTo(1);
    }

    @Test
    void isNothingMoreForPositionsOfSequences() throws SQLException {
        assertThat(compare("ALTER TABLE shop.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY")
                        .statements())
                .anyMatch(each -> each.sql().contains("setval("));
        assertThat(catalogs).isEqualTo(3);
    }

    private ChangeScript compare(String change) throws SQLException {
        assumeTrue(TestPostgres.shared().major() >= Case.OLDEST);
        catalogs = 0;
        comparisonsOfLibrary = 0;
        SchemaDiff library = (from, to, schema) -> {
            comparisonsOfLibrary++;
            return new PgCodeKeeperDiff().statements(from, to, schema);
        };
        try (ShadowDatabase one = shadow.create();
                ShadowDatabase other = shadow.create()) {
            execute(one, SCHEMA);
            execute(other, SCHEMA + ";" + change);
            return new SchemaComparison(shadow, library, Pair.SHOP, this::read).script(one, other, List.of());
        }
    }

    private Catalog read(Connection connection) throws SQLException {
        catalogs++;
        return CatalogReader.read(connection, Pair.SHOP.scope());
    }

    private static void execute(ShadowDatabase database, String sql) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

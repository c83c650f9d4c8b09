package io.stockassistant.migrations.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.drift.Mutations.Mutation;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Location;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each object of schemas of many kinds is dropped, commented and altered, one at a time: drift has to name it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhateverIsChangedTest {

    private static final Modules SHOP = Modules.of(
            List.of(new Module("shop", "shop", new HistoryTable("shop", "history"), Set.of(), new Nowhere())));

    private static final Scope SCOPE = Scope.schemas(List.of("shop"));

    private final Shadow shadow = TestShadow.open();
    private final ShadowDatabase live = shadow.create();
    private final ShadowDatabase expected = shadow.create();

    @AfterAll
    void close() {
        shadow.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.stockassistant.migrations.baseline.Schemas#all")
    void isNamed(String name, String before, String script, int firstMajor) throws SQLException {
        assumeTrue(TestPostgres.shared().major() >= firstMajor);
        for (ShadowDatabase each : List.of(live, expected)) {
            execute(
                    each,
                    "DROP SCHEMA IF EXISTS shop CASCADE; DROP SCHEMA IF EXISTS base CASCADE; CREATE SCHEMA shop; "
                            + before);
            execute(each, "SET search_path = shop, public; BEGIN; " + script + "; COMMIT");
        }
        try (Connection one = live.open("");
                Connection other = expected.open("")) {
            Catalog catalog = CatalogReader.read(one, SCOPE);
            List<Mutation> mutations = new ArrayList<>(Mutations.dropping(catalog));
            mutations.addAll(Mutations.commenting(catalog));
            mutations.addAll(Mutations.altering(catalog));
            TriedOut tried = TriedOut.on(one, other, SHOP, SCOPE, mutations);
            assertThat(tried.missed()).isEmpty();
            assertThat(tried.tried()).isGreaterThan(0);
        }
    }

    private static void execute(ShadowDatabase database, String sql) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record Nowhere() implements Location {

        @Override
        public List<SourceFile> list() {
            return List.of();
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public String url() {
            return "filesystem:nowhere";
        }
    }
}

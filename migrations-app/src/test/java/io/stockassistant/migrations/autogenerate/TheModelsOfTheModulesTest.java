package io.stockassistant.migrations.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.autogenerate.hibernate.HibernateModelDdl;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.models.ModelsOfAModule;
import io.stockassistant.shared.migration.MigrationModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the models and the model SQL of each module build, beside what its migrations have built. */
@MigratedDatabase
class TheModelsOfTheModulesTest {

    static Stream<MigrationModule> modules() {
        return ServiceLoader.load(MigrationModule.class).stream().map(ServiceLoader.Provider::get);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void areItsMigrations(MigrationModule module, TestDatabase migrated) throws SQLException, IOException {
        Catalog expected = catalog(module, migrated);
        assertThat(expected.list(Kind.TABLE)).isNotEmpty();
        try (TestDatabase modelled = TestPostgres.shared().newDatabase()) {
            build(module, modelled);
            Catalog actual = catalog(module, modelled);
            assertThat(expected.differences(actual)).isEmpty();
            assertThat(order(actual)).isEqualTo(order(expected));
        }
    }

    /** The columns of each table, which are no difference of catalogs and still to be the same. */
    private static List<String> order(Catalog catalog) {
        return catalog.list(Kind.TABLE).stream()
                .map(table -> table + " " + catalog.columns(table.qualified()))
                .toList();
    }

    private static void build(MigrationModule module, TestDatabase database) throws SQLException, IOException {
        ModuleModels models = new ModuleModels(
                module.name(),
                module.schema(),
                ModelsOfAModule.of(module).listClasses(),
                TestPostgres.shared().major());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + module.schema());
            for (String each : new HibernateModelDdl().read(models).statements()) {
                statement.execute(each);
            }
            statement.execute("SET search_path = " + module.schema() + ", public");
            statement.execute(modelSql(module));
        }
    }

    private static String modelSql(MigrationModule module) throws IOException {
        try (InputStream file = module.getClass().getResourceAsStream("/db/model/" + module.schema() + ".sql")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Catalog catalog(MigrationModule module, TestDatabase database) throws SQLException {
        String history = module.historyTable();
        try (Connection connection = database.connect()) {
            return CatalogReader.read(
                    connection,
                    Scope.schemas(List.of(module.schema()))
                            .withoutTable(module.schema(), history.substring(history.lastIndexOf('.') + 1)));
        }
    }
}

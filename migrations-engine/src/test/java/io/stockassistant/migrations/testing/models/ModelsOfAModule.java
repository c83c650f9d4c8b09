package io.stockassistant.migrations.testing.models;

import io.stockassistant.migrations.model.Models;
import io.stockassistant.migrations.model.PersistenceModel;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.shared.migration.MigrationModule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The persistence models of a module, beside the tables that its migrations have built.
 *
 * <pre>{@code
 * @MigratedDatabase("portfolio")
 * class TheModelsOfPortfolioTest {
 *     @Test
 *     void areItsTables(TestDatabase database) {
 *         assertThat(ModelsOfAModule.of(new PortfolioModule()).listDifferences(database)).isEmpty();
 *     }
 * }
 * }</pre>
 */
public final class ModelsOfAModule {

    private final MigrationModule module;

    private ModelsOfAModule(MigrationModule module) {
        this.module = module;
    }

    public static ModelsOfAModule of(MigrationModule module) {
        return new ModelsOfAModule(module);
    }

    /** The classes with {@code @Entity} in the module's packages and those below, by name. */
    public List<Class<?>> listClasses() {
        return Models.list(Module.of(module)).stream()
                .<Class<?>>map(PersistenceModel::type)
                .toList();
    }

    /**
     * All differences, one a line, by table: tables and columns that only one side has, types, nullability, defaults,
     * identity, primary keys and comments. Types and defaults are compared as the server writes them, so {@code
     * varchar(20)} is {@code character varying(20)}. Indexes, checks and foreign keys are no part of models.
     *
     * @param database with the module at its head; it is as before afterwards
     * @throws IllegalStateException if the database does not answer
     */
    public List<String> listDifferences(TestDatabase database) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                return new ModelComparison(module, connection).listDifferences(listClasses());
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the models of " + module.name() + " cannot be compared", failure);
        }
    }
}

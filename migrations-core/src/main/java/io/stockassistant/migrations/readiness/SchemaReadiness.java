package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.model.ModelTables;
import io.stockassistant.migrations.model.TablesFound;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The check of an application's database: can it be reached, are the tables there, is everything applied that the
 * application's modules bring, and as it is.
 *
 * <p>It writes nothing and waits for no lock of a run. It takes one connection and three statements, however many modules
 * and migrations there are.
 */
public final class SchemaReadiness {

    private final DataSource source;
    private final Modules modules;
    private final ReadinessSettings settings;

    private SchemaReadiness(DataSource source, Modules modules, ReadinessSettings settings) {
        this.source = source;
        this.modules = modules;
        this.settings = settings;
    }

    /**
     * For the modules with a descriptor that a class loader sees.
     *
     * @throws ProblemException if there is none, or they contradict each other: a mistake in what the application is made
     *     of, which no database mends
     */
    public static SchemaReadiness of(DataSource source, ClassLoader loader, ReadinessSettings settings) {
        return new SchemaReadiness(source, Modules.of(ModuleSource.classPath(loader)), settings);
    }

    public ReadinessSettings settings() {
        return settings;
    }

    /**
     * Looks. What it finds is an answer and no exception, a server that does not answer among it.
     *
     * @throws ProblemException if a model cannot be loaded
     */
    public Readiness check() {
        ModelTables asked = ModelTables.of(modules);
        try (Connection connection = source.getConnection()) {
            return look(connection, asked);
        } catch (ProblemException e) {
            return new Readiness(Optional.empty(), "", List.of(), List.of(), e.problems());
        } catch (SQLException e) {
            return Readiness.notConnected(ConnectionFailure.explain(e));
        }
    }

    /**
     * Looks, and acts as the policy says.
     *
     * @return an answer that is not ready under the policy {@link ReadinessPolicy#WARN} alone
     * @throws SchemaNotReadyException under any other
     */
    public Readiness require() {
        Readiness found = check();
        if (!found.isReady() && settings.policy() != ReadinessPolicy.WARN) {
            throw new SchemaNotReadyException(found, describe(found));
        }
        return found;
    }

    /** An answer for people, in several lines; the last one is the command that helps where it is not ready. */
    public String describe(Readiness readiness) {
        return new ReadinessText(readiness, settings).text();
    }

    private Readiness look(Connection connection, ModelTables asked) throws SQLException {
        try {
            String database = Optional.ofNullable(connection.getCatalog()).orElse("");
            if (settings.policy() == ReadinessPolicy.MIGRATE_IS_NOT_MINE) {
                TablesFound tables = asked.lookUp(connection);
                return new Readiness(
                        Optional.empty(),
                        database,
                        modules.list().stream()
                                .map(each ->
                                        new ModuleReadiness(each.name(), tables.of(each.name()), List.of(), List.of()))
                                .toList(),
                        List.of(),
                        List.of());
            }
            Migrations files = Migrations.list(modules, () -> PlaceholderValues.ofBystander(settings.placeholders()));
            return new Judgement(files, HistoryReader.read(connection, modules.list()), asked.lookUp(connection))
                    .on(database);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }
}

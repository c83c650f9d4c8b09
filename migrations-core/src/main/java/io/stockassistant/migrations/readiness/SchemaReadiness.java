package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The check of an application's database: can it be reached, are the tables there, is everything applied that the
 * application's modules bring, and as it is.
 *
 * <p>It writes nothing and waits for no lock of a run. It takes one connection and three statements, however many modules
 * and migrations there are. The first check reads the application's migrations and model classes, before it asks for the
 * connection or after it has given it back; later ones remember them, so that a probe costs the statements alone. An
 * instance does not see a file that is changed after that.
 */
public final class SchemaReadiness {

    private final DataSource source;
    private final Modules modules;
    private final ReadinessSettings settings;
    private @Nullable Expected expected;

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
     * Looks. What it finds is an answer and no exception, a server that does not answer among it. May be asked by several
     * threads.
     */
    public Readiness check() {
        try {
            Expected expected = expected();
            return expected.judge(look(expected));
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

    private Seen look(Expected expected) throws SQLException {
        try (Connection connection = source.getConnection();
                Reading reading = new Reading(connection)) {
            return reading.read(expected);
        }
    }

    /** Kept if nothing was wrong: what could not be read at one time can perhaps be read the next time. */
    private synchronized Expected expected() {
        Expected known = expected;
        if (known == null) {
            known = Expected.read(modules, settings);
            expected = known.isWhole() ? known : null;
        }
        return known;
    }
}

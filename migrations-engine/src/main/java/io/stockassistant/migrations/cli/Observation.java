package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Observers;
import io.stockassistant.migrations.apply.RunObserver;
import io.stockassistant.migrations.database.ObservedConnection;
import io.stockassistant.migrations.database.ServerVersion;
import io.stockassistant.migrations.database.StatementListener;
import io.stockassistant.migrations.logging.Logs;
import io.stockassistant.shared.config.DatabaseSettings;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who else hears what a command does: its log and its echo, where they are asked for. */
final class Observation implements AutoCloseable {

    private final @Nullable Logs logs;
    private final @Nullable Echo echo;

    private Observation(@Nullable Logs logs, @Nullable Echo echo) {
        this.logs = logs;
        this.echo = echo;
    }

    static Observation none() {
        return new Observation(null, null);
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException if the log cannot be written */
    static Observation begin(LogOptions options, PrintWriter err) {
        return new Observation(
                options.findLog().map(settings -> Logs.begin(settings, err)).orElse(null),
                options.wantsEcho() ? new Echo(err) : null);
    }

    void commandBegun(String command) {
        if (logs != null) {
            logs.commandBegun(command, new ProgramVersion().getVersion()[0]);
        }
    }

    void commandEnded(String command, int exitStatus, Duration duration) {
        if (logs != null) {
            logs.commandEnded(command, exitStatus, duration);
        }
    }

    void failed(Exception exception) {
        if (logs != null) {
            logs.failed(Unexpected.asProblems(exception));
        }
    }

    /** An observer of a run, and all who hear of it here. */
    RunObserver with(RunObserver observer) {
        List<RunObserver> all = new ArrayList<>(List.of(observer));
        if (logs != null) {
            all.add(logs.run());
        }
        if (echo != null) {
            all.add(echo);
        }
        return all.size() == 1 ? observer : new Observers(all);
    }

    /** The connection, heard by all who are here; the same where nobody is. */
    Connection of(Connection connection, DatabaseSettings settings, String purpose) throws SQLException {
        String name = purpose.isEmpty() ? "main" : purpose;
        if (logs != null) {
            logs.connected(settings.url(), ServerVersion.of(connection).text(), name);
        }
        return findListener(name)
                .map(each -> ObservedConnection.of(connection, each))
                .orElse(connection);
    }

    /** Who hears the statements of a connection with a name. */
    Optional<StatementListener> findListener(String name) {
        List<StatementListener> listeners = new ArrayList<>();
        if (logs != null) {
            listeners.add(logs.statements(name));
        }
        if (echo != null) {
            listeners.add(echo.statements(name));
        }
        return listeners.isEmpty() ? Optional.empty() : Optional.of(StatementListener.all(listeners));
    }

    @Override
    public void close() {
        if (logs != null) {
            logs.close();
        }
    }
}

package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.plan.HistoryEntry;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.Password;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs on one database, each with the files as they are when it begins. */
record Runs(
        ConnectionSource connections,
        Supplier<Migrations> files,
        RunSettings settings,
        RunObserver observer,
        Interruption interruption) {

    /** Less patient than a run of everyday, so that a test of patience is soon over. */
    static final RunSettings SETTINGS = new RunSettings(Duration.ofMillis(100), 1, Duration.ofSeconds(20));

    static Runs on(TestDatabase database, Supplier<Migrations> files) {
        return on(database, database.user(), files);
    }

    static Runs on(TestDatabase database, String user, Supplier<Migrations> files) {
        Database place = Database.of(new DatabaseSettings(
                database.host(),
                database.port(),
                database.name(),
                user,
                Password.of(database.password()),
                Map.of(),
                "the test"));
        return new Runs(place::open, files, SETTINGS, new RunObserver() {}, new Interruption());
    }

    Runs with(RunSettings other) {
        return new Runs(connections, files, other, observer, interruption);
    }

    Runs with(RunObserver other) {
        return new Runs(connections, files, settings, other, interruption);
    }

    Runs with(Interruption other) {
        return new Runs(connections, files, settings, observer, other);
    }

    Runs with(ConnectionSource other) {
        return new Runs(other, files, settings, observer, interruption);
    }

    RunContext context(Migrations migrations) {
        RunOrigin origin = new RunOrigin("migrations upgrade", "0", "tester", "here");
        return new RunContext(connections, migrations, settings, origin, observer, interruption);
    }

    ApplyReport up(String... targets) throws SQLException {
        return up(false, targets);
    }

    ApplyReport upOutOfOrder(String... targets) throws SQLException {
        return up(true, targets);
    }

    private ApplyReport up(boolean outOfOrder, String... targets) throws SQLException {
        Migrations migrations = files.get();
        List<Target> parsed = Stream.of(targets).map(Target::parse).toList();
        return new MigrationRun(context(migrations))
                .run(histories -> new Planner(migrations).upgrade(histories, parsed, outOfOrder));
    }

    ApplyReport down(String target) throws SQLException {
        Migrations migrations = files.get();
        return new MigrationRun(context(migrations))
                .run(histories -> new Planner(migrations).downgrade(histories, Target.parse(target), true));
    }

    ApplyReport stamp(String... targets) throws SQLException {
        return stamp(false, targets);
    }

    /** Forgets first what the histories of the modules say. */
    ApplyReport stampAnew(String... targets) throws SQLException {
        return stamp(true, targets);
    }

    private ApplyReport stamp(boolean purge, String... targets) throws SQLException {
        Migrations migrations = files.get();
        Planner planner = new Planner(migrations);
        List<Target> parsed = Stream.of(targets).map(Target::parse).toList();
        return new StampRun(context(migrations))
                .run(histories -> planner.stamp(histories, parsed, purge), purge ? planner.stamped(parsed) : Set.of());
    }

    List<Mend> repair() throws SQLException {
        return new RepairRun(context(files.get())).run(each -> true, mends -> true);
    }

    List<HistoryEntry> history() throws SQLException {
        Migrations migrations = files.get();
        try (Connection connection = connections.open("")) {
            return HistoryEntry.list(
                    migrations,
                    HistoryReader.read(connection, migrations.modules().list()));
        }
    }
}

package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/** Corrects histories: all corrections in one transaction, with the locks that a run holds. */
public final class RepairRun {

    private final ConnectionSource connections;
    private final Migrations migrations;
    private final RunSettings settings;
    private final RunObserver observer;
    private final Interruption interruption;

    public RepairRun(
            ConnectionSource connections,
            Migrations migrations,
            RunSettings settings,
            RunObserver observer,
            Interruption interruption) {
        this.connections = connections;
        this.migrations = migrations;
        this.settings = settings;
        this.observer = observer;
        this.interruption = interruption;
    }

    /**
     * Finds what there is to correct, asks, and corrects it.
     *
     * @param concerned which migrations' rows may be corrected
     * @param consent is shown the corrections, when there are any; false leaves everything as it is
     * @return the corrections that were made
     */
    public List<Mend> run(Predicate<Revision> concerned, Predicate<List<Mend>> consent) throws SQLException {
        try (RunLock lock =
                        RunLock.acquire(connections.open("lock"), settings.runLockTimeout(), interruption, observer);
                SqlSession session = new SqlSession(connections.open("repair"))) {
            Modules modules = migrations.modules();
            List<Mend> mends = Mend.list(migrations, HistoryReader.read(session.connection(), modules.list())).stream()
                    .filter(each -> concerned.test(each.revision()))
                    .toList();
            if (mends.isEmpty() || !consent.test(mends)) {
                return List.of();
            }
            SqlMessage message = new SqlMessage().add("BEGIN").add("SELECT " + lock.check());
            mends.stream()
                    .map(each -> each.revision().module())
                    .distinct()
                    .forEach(module -> message.add("SELECT pg_advisory_xact_lock("
                            + modules.get(module).history().lockKey() + ")"));
            mends.forEach(each -> message.add(each.sql()));
            session.send(message.add("COMMIT"));
            return mends;
        } catch (StatementFailure e) {
            throw e.sql();
        }
    }
}

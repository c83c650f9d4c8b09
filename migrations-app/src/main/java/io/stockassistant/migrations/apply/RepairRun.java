package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Migrations;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/** Corrects histories: all corrections in one transaction, with the locks that a run holds. */
public final class RepairRun {

    private final RunContext context;

    public RepairRun(RunContext context) {
        this.context = context;
    }

    /**
     * Finds what there is to correct, asks, and corrects it.
     *
     * @param concerned which of the corrections may be made
     * @param consent is shown the corrections, when there are any; false leaves everything as it is
     * @return the corrections that were made
     */
    public List<Mend> run(Predicate<Mend> concerned, Predicate<List<Mend>> consent) throws SQLException {
        HistoryTransaction transaction = new HistoryTransaction(context.settings());
        try (RunLock lock = context.lock();
                SqlSession session = new SqlSession(context.connections().open("repair"))) {
            Migrations migrations = context.migrations();
            Modules modules = migrations.modules();
            List<Mend> mends = Mend.list(migrations, HistoryReader.read(session.connection(), modules.list())).stream()
                    .filter(each -> concerned.test(each))
                    .toList();
            if (mends.isEmpty() || !consent.test(mends)) {
                return List.of();
            }
            SqlMessage message = transaction.begin(
                    lock,
                    mends.stream()
                            .map(Mend::module)
                            .distinct()
                            .map(modules::get)
                            .toList());
            mends.forEach(each -> message.add(each.sql()));
            session.send(message.add("COMMIT"));
            return mends;
        } catch (StatementFailure e) {
            throw transaction.explain(e);
        }
    }
}

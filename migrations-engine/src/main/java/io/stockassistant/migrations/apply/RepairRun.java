package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Migrations;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/** Corrects histories: all corrections and what the journal says of them in one transaction, under the locks of a run. */
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
            Histories histories = HistoryReader.read(session.connection(), modules.list());
            List<Mend> mends = Mend.list(migrations, histories).stream()
                    .filter(each -> concerned.test(each))
                    .toList();
            if (mends.isEmpty() || !consent.test(mends)) {
                return List.of();
            }
            JournalStart.Outline outline = new JournalStart.Outline("repair", mends.size(), "");
            Journal journal = JournalStart.open(session, lock, histories, outline, context);
            try {
                session.send(message(transaction, lock, mends, journal));
            } catch (StatementFailure e) {
                throw transaction.explain(e, journal, session, context.observer());
            }
            return mends;
        }
    }

    private SqlMessage message(HistoryTransaction transaction, RunLock lock, List<Mend> mends, Journal journal) {
        Modules modules = context.migrations().modules();
        SqlMessage message = transaction.begin(
                lock,
                mends.stream().map(Mend::module).distinct().map(modules::get).toList());
        mends.forEach(each -> message.add(each.sql()));
        message.addAll(
                journal.told("repair", mends.stream().map(RepairRun::deed).toList()));
        return message.add("COMMIT");
    }

    private static Journal.Deed deed(Mend mend) {
        return new Journal.Deed(mend.module(), mend.row().version(), mend.row().description(), mend.what());
    }
}

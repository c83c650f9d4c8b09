package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.ApplyReport.DoneStep;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistoryReader;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.history.NewRow;
import io.stockassistant.migrations.history.Ranks;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Script;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes to histories what a plan says without running a script: all of it in one transaction, or nothing. */
public final class StampRun {

    private final RunContext context;

    public StampRun(RunContext context) {
        this.context = context;
    }

    /**
     * Makes and carries out a plan.
     *
     * @param planning makes the plan from the histories, while the lock is held
     * @param purged the modules whose rows are all removed first
     */
    public ApplyReport run(Function<Histories, Plan> planning, Set<String> purged) throws SQLException {
        HistoryTransaction transaction = new HistoryTransaction(context.settings());
        try (RunLock lock = context.lock();
                SqlSession session = new SqlSession(context.connections().open("stamp"))) {
            List<Module> modules = context.migrations().modules().list();
            Histories histories = HistoryReader.read(session.connection(), modules);
            Plan plan = planning.apply(histories);
            List<Module> emptied = modules.stream()
                    .filter(each -> purged.contains(each.name()))
                    .filter(each -> !histories.of(each.name()).rows().isEmpty())
                    .toList();
            if (plan.isEmpty() && emptied.isEmpty()) {
                return new ApplyReport.NothingToDo(plan);
            }
            Journal journal =
                    JournalStart.open(session, lock, histories, plan, new Scripts(context.migrations()), context);
            try {
                session.send(message(transaction, lock, plan, emptied, histories.without(purged), journal));
            } catch (StatementFailure e) {
                throw transaction.explain(e, journal, session, context.observer());
            }
            List<DoneStep> done = plan.steps().stream()
                    .map(each -> new DoneStep(each, Duration.ZERO))
                    .toList();
            return new ApplyReport.Applied(plan, done, Duration.ZERO);
        }
    }

    private SqlMessage message(
            HistoryTransaction transaction,
            RunLock lock,
            Plan plan,
            List<Module> emptied,
            Histories histories,
            Journal journal) {
        Set<String> names = plan.steps().stream().map(Step::module).collect(Collectors.toSet());
        emptied.forEach(each -> names.add(each.name()));
        List<Module> touched = context.migrations().modules().list().stream()
                .filter(each -> names.contains(each.name()))
                .toList();
        SqlMessage message = transaction.begin(lock, touched);
        touched.forEach(each -> message.addAll(HistorySql.create(each, histories.of(each.name()))));
        emptied.forEach(each -> message.add("DELETE FROM " + each.history().quoted()));
        Map<String, Integer> added = new HashMap<>();
        Set<String> forgotten = new HashSet<>();
        int position = 0;
        for (Step step : plan.steps()) {
            ModuleHistory history = histories.of(step.module());
            int before = added.getOrDefault(step.module(), 0);
            boolean forget = step.direction() == Direction.DOWN && forgotten.add(step.module());
            PreparedStep prepared = new PreparedStep(
                    step,
                    context.migrations().modules().get(step.module()),
                    new Script(step.file(), List.of(), true),
                    List.of(),
                    history,
                    new Ranks.Known(history.lastRank() + before),
                    forget ? List.copyOf(history.repeatables().values()) : List.of(),
                    journal,
                    ++position,
                    NewRow.MILLIS_SO_FAR);
            message.add(prepared.written());
            added.put(step.module(), before + prepared.rowCount());
        }
        journal.findEnd("done", Collections.emptySortedMap()).ifPresent(message::addAll);
        return message.add("COMMIT");
    }
}

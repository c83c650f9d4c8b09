package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.HistorySql;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.history.Ranks;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes steps ready to be carried out, each from what the ones before it have left in its module's history. */
final class Preparation {

    private final Plan plan;
    private final Modules modules;
    private final Scripts scripts;
    private final Histories histories;
    private final Journal journal;
    private final String millis;
    private final Map<String, Integer> lastRanks = new HashMap<>();
    private final Set<String> forgotten = new HashSet<>();

    /**
     * Nothing has run yet.
     *
     * @param histories of the database as it is before the plan
     * @param millis how long a step took, as an SQL expression for its last statement
     */
    Preparation(Plan plan, Modules modules, Scripts scripts, Histories histories, Journal journal, String millis) {
        this.plan = plan;
        this.modules = modules;
        this.scripts = scripts;
        this.histories = histories;
        this.journal = journal;
        this.millis = millis;
    }

    /** @param place of the step in the plan, from 0 */
    synchronized PreparedStep prepare(int place) {
        Step step = plan.steps().get(place);
        Module module = modules.get(step.module());
        ModuleHistory history = histories.of(step.module());
        boolean created = lastRanks.containsKey(module.name());
        boolean forget = step.direction() == Direction.DOWN && !forgotten.contains(module.name());
        return new PreparedStep(
                step,
                module,
                scripts.of(step),
                created ? List.of() : HistorySql.create(module, history),
                history,
                new Ranks.Known(lastRanks.getOrDefault(module.name(), history.lastRank())),
                forget ? List.copyOf(history.repeatables().values()) : List.of(),
                journal,
                place + 1,
                millis);
    }

    /** A step is in the database. */
    synchronized void done(PreparedStep step) {
        if (!step.isUpgrade()) {
            forgotten.add(step.step().module());
        }
        lastRanks.merge(
                step.step().module(),
                step.history().lastRank() + step.rowCount(),
                (last, first) -> last + step.rowCount());
    }
}

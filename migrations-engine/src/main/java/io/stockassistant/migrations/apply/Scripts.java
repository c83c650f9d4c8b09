package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.StepContent;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.PlaceholderValues;
import io.stockassistant.migrations.script.Script;
import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.ScriptReader;
import io.stockassistant.migrations.script.TextDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scripts of a plan's steps, read and checked before the first of them runs. */
public final class Scripts {

    private final Modules modules;
    private final Map<String, ScriptReader> readers = new HashMap<>();
    private final Map<ScriptFile, Script> read = new HashMap<>();

    public Scripts(Migrations migrations) {
        PlaceholderValues values = migrations.placeholders();
        modules = migrations.modules();
        for (Module module : modules.list()) {
            readers.put(module.name(), new ScriptReader(module, values.of(module)));
        }
    }

    /**
     * Reads and checks the scripts of a plan; what was read before is not read again.
     *
     * @return this
     * @throws ProblemException with everything that is wrong with any of the scripts
     */
    public Scripts read(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.recorded()) {
                read.put(step.file(), new Script(step.file(), List.of(), true));
            } else if (!read.containsKey(step.file())) {
                reader(step.module())
                        .read(step.change(), step.direction() == Direction.DOWN, problems)
                        .ifPresent(script -> read.put(step.file(), script));
            }
        }
        ProblemException.throwIfAny(problems);
        return this;
    }

    /** The script of a step of the plan. */
    public Script of(Step step) {
        Script script = read.get(step.file());
        if (script == null) {
            throw new IllegalArgumentException(step + " is no step of the plan that was read");
        }
        return script;
    }

    /** What a step of the plan does; of one that is only recorded, the plan need not have been read. */
    public StepContent content(Step step) {
        Module module = modules.get(step.module());
        String script = TextDigest.of(step.file());
        return new StepContent(
                module.schema(),
                module.history().toString(),
                step.recorded() || of(step).transactional(),
                script,
                step.recorded() ? script : reader(step.module()).digest(step.file()));
    }

    private ScriptReader reader(String module) {
        ScriptReader reader = readers.get(module);
        if (reader == null) {
            throw new IllegalArgumentException("no module " + module);
        }
        return reader;
    }
}

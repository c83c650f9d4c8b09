package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Target.Scope;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a target of {@code stamp} says that modules end: at a version, or at nothing. */
record StampTarget(Migrations migrations, Target target) {

    Map<String, Optional<Version>> ends() {
        Map<String, Optional<Version>> ends = new LinkedHashMap<>();
        Revisions revisions = new Revisions(migrations);
        if (target instanceof Target.End end) {
            if (end.scope() instanceof Scope.Only only) {
                ends.put(
                        migrations.modules().get(only.module()).name(),
                        end.base() ? Optional.empty() : head(only.module()));
            } else {
                for (Module module : migrations.modules().list()) {
                    ends.put(module.name(), end.base() ? Optional.empty() : head(module.name()));
                }
            }
        } else if (target instanceof Target.Point point && point.scope() instanceof Scope.Only only) {
            put(ends, revisions.inModule(only.module(), point.version()));
        } else if (target instanceof Target.Word word) {
            if (migrations.modules().find(word.text()).isPresent()) {
                ends.put(word.text(), head(word.text()));
            } else {
                put(ends, revisions.ofWord(word.text()));
            }
        } else {
            throw Problem.of(
                            ProblemCode.INVALID_TARGET,
                            "A stamp names where the database is; a number of steps does not say that.",
                            "migrations stamp MODULE@VERSION   or   migrations stamp head")
                    .asException();
        }
        return ends;
    }

    private Optional<Version> head(String module) {
        return migrations.findHead(module).map(Migration::version);
    }

    private static void put(Map<String, Optional<Version>> ends, Migration migration) {
        ends.put(migration.module(), Optional.of(migration.version()));
    }
}

package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.plan.Target.Scope;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.HashMap;
import java.util.Map;

/** Refuses targets that want one module at two places: which of them was meant, nobody can know. */
final class Contradictions {

    private record Wish(Target target, Object end) {}

    private final Map<String, Wish> wishes = new HashMap<>();

    /**
     * @param module empty for what counts the steps of the whole plan
     * @param end equal for two targets that mean the same place
     */
    void add(Target target, String module, Object end) {
        Wish first = wishes.putIfAbsent(module, new Wish(target, end));
        if (first != null && !first.end().equals(end)) {
            throw Problem.of(
                            ProblemCode.INVALID_TARGET,
                            "Two targets" + (module.isEmpty() ? "" : " for the module " + module) + ": "
                                    + words(first.target()) + " and " + words(target) + ".",
                            "Leave one of them away.")
                    .asException();
        }
    }

    private static String words(Target target) {
        String module = target.scope() instanceof Scope.Only only ? only.module() + "@" : "";
        if (target instanceof Target.End end) {
            return module + (end.base() ? "base" : "head");
        }
        if (target instanceof Target.Steps steps) {
            return module + (steps.down() ? "-" : "+") + steps.count();
        }
        if (target instanceof Target.Point point) {
            return module + point.version();
        }
        return target instanceof Target.Word word ? word.text() : target.toString();
    }
}

package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which step of a plan can begin next. Steps of one module, and of two modules with a dependency path between them, keep
 * the order of the plan; so do those of modules that share a schema which may have to be made first. All others may run
 * side by side.
 *
 * <p>Steps are named by their place in the plan, from 0. For one thread at a time.
 */
final class Schedule {

    private final Plan plan;
    private final Predicate<Step> alone;
    private final Map<String, ArrayDeque<Integer>> left = new LinkedHashMap<>();
    private final Map<String, Set<String>> related = new LinkedHashMap<>();
    private final Set<Integer> running = new HashSet<>();

    /**
     * Nothing has begun yet.
     *
     * @param histories of the database as it is before the plan
     * @param alone whether nothing else may run while a step does
     */
    Schedule(Plan plan, Modules modules, Histories histories, Predicate<Step> alone) {
        this.plan = plan;
        this.alone = alone;
        for (int i = 0; i < plan.steps().size(); i++) {
            left.computeIfAbsent(moduleOf(i), name -> new ArrayDeque<>()).add(i);
        }
        for (String name : left.keySet()) {
            Set<String> others = new HashSet<>(left.keySet());
            others.remove(name);
            others.removeIf(other -> !isRelated(modules.get(name), modules.get(other), modules)
                    && !makeOneSchema(modules.get(name), modules.get(other), histories));
            related.put(name, others);
        }
    }

    private static boolean isRelated(Module one, Module other, Modules modules) {
        return modules.dependenciesOf(one.name()).contains(other.name())
                || modules.dependenciesOf(other.name()).contains(one.name());
    }

    /** Two that create one schema at the same time are in each other's way, IF NOT EXISTS or not. */
    private static boolean makeOneSchema(Module one, Module other, Histories histories) {
        boolean made = histories.of(one.name()).tableExists()
                && histories.of(other.name()).tableExists();
        return !made
                && (one.schema().equals(other.schema())
                        || one.history().schema().equals(other.history().schema()));
    }

    private String moduleOf(int place) {
        return plan.steps().get(place).module();
    }

    /** How many steps can run at once at the most: no more than there are modules that need not wait for each other. */
    int width() {
        int free = (int) left.keySet().stream()
                .filter(name -> related.getOrDefault(name, Set.of()).size() < left.size() - 1)
                .count();
        return Math.max(1, free);
    }

    boolean isDone() {
        return left.isEmpty();
    }

    /** Begins the first step of the plan that can begin now, if there is one; otherwise one that is running has to end. */
    OptionalInt begin() {
        if (running.stream().anyMatch(each -> alone.test(plan.steps().get(each)))) {
            return OptionalInt.empty();
        }
        OptionalInt first = left.values().stream()
                .mapToInt(ArrayDeque::element)
                .filter(each -> !running.contains(each) && isReady(each))
                .min();
        if (first.isEmpty() || (!running.isEmpty() && alone.test(plan.steps().get(first.getAsInt())))) {
            return OptionalInt.empty(); // nor does anything overtake one that waits to be alone
        }
        running.add(first.getAsInt());
        return first;
    }

    private boolean isReady(int place) {
        for (String other : related.getOrDefault(moduleOf(place), Set.of())) {
            ArrayDeque<Integer> before = left.get(other);
            if (before != null && before.element() < place) {
                return false;
            }
        }
        return true;
    }

    /** A step that was begun is in the database. */
    void end(int place) {
        running.remove(place);
        ArrayDeque<Integer> own = left.get(moduleOf(place));
        if (own == null || own.remove() != place) {
            throw new IllegalStateException("step " + place + " was not the next one of " + moduleOf(place));
        }
        if (own.isEmpty()) {
            left.remove(moduleOf(place));
        }
    }
}

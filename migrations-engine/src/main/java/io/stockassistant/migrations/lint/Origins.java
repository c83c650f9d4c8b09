package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.effect.DdlCommand;
import io.stockassistant.migrations.effect.MigrationEffects;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Revision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which migrations have made what, as far as they were seen, and what modules have said that they need. */
public final class Origins {

    private final Map<String, Revision> makers = new HashMap<>();
    private final Map<String, Revision> newest = new HashMap<>();
    private final Map<String, Set<Revision>> named = new HashMap<>();

    /** Notes a step before it is carried out. */
    void add(Step step) {
        if (step.direction() == Direction.UP) {
            findRevision(step).ifPresent(each -> newest.put(step.module(), each));
            named.computeIfAbsent(step.module(), each -> new HashSet<>())
                    .addAll(step.change().upgrade().header().dependsOn());
        }
    }

    /** Notes what a step was seen to make. */
    void add(MigrationEffects effects) {
        findRevision(effects.step())
                .filter(each -> effects.step().direction() == Direction.UP)
                .ifPresent(revision -> effects.statements().stream()
                        .flatMap(each -> each.commands().stream())
                        .filter(each -> each.tag().startsWith("CREATE"))
                        .map(DdlCommand::identity)
                        .forEach(each -> makers.putIfAbsent(each, revision)));
    }

    private static Optional<Revision> findRevision(Step step) {
        return step.findVersion().map(each -> new Revision(step.module(), each));
    }

    /** The migration that has made something. */
    public Optional<Revision> findMaker(String identity) {
        return Optional.ofNullable(makers.get(identity));
    }

    /** The newest migration of a module that has run. */
    public Optional<Revision> findNewest(String module) {
        return Optional.ofNullable(newest.get(module));
    }

    /** Whether a migration of a module that has run names that one or a later one. */
    public boolean isNamed(String module, Revision needed) {
        return named.getOrDefault(module, Set.of()).stream()
                .anyMatch(each ->
                        each.module().equals(needed.module()) && each.version().compareTo(needed.version()) >= 0);
    }
}

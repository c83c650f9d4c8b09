package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.BuiltIndex;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.lint.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which tables are parts of others, as partitions or because they inherit from them: what a statement does to a whole is
 * one thing, and not one for each part.
 */
final class Partitions {

    private final List<StatementEffects> effects;
    private final Map<Long, TableState> tables = new HashMap<>();

    /** As they are after a statement. */
    Partitions(Scene scene) {
        this(scene.migration().effects().tables(), List.of(scene.effects()));
        scene.effects().gone().forEach(each -> tables.put(each.relation().oid(), each));
        scene.effects().created().forEach(each -> tables.put(each.relation().oid(), each));
        scene.effects().changes().forEach(each -> tables.put(each.table().oid(), each.after()));
    }

    Partitions(List<TableState> all) {
        this(all, List.of());
    }

    private Partitions(List<TableState> all, List<StatementEffects> effects) {
        this.effects = effects;
        all.forEach(each -> tables.put(each.relation().oid(), each));
    }

    /** The changes of a kind, without those of parts whose whole has one of that kind too. */
    List<TableChange> changes(Predicate<TableChange> kind) {
        List<TableChange> all = effects.stream()
                .flatMap(each -> each.changes().stream())
                .filter(kind)
                .toList();
        Set<Long> oids = all.stream().map(each -> each.table().oid()).collect(Collectors.toSet());
        return all.stream()
                .filter(each -> !each.after().isPartOf(oids::contains))
                .toList();
    }

    Optional<TableState> find(long oid) {
        return Optional.ofNullable(tables.get(oid));
    }

    /** The parts of a table, and their parts, that have rows of their own. */
    List<TableState> leaves(Relation table) {
        return tables.values().stream()
                .filter(each -> each.relation().kind() == Relation.Kind.TABLE)
                .filter(each -> isWithin(each.relation(), table))
                .sorted((a, b) ->
                        a.relation().qualified().compareTo(b.relation().qualified()))
                .toList();
    }

    /** Whether a table is this one, or inherits from it, or is a partition of it. */
    boolean isPartOf(Relation part, Relation whole) {
        return part.oid() == whole.oid()
                || find(part.oid())
                        .filter(each -> each.isPartOf(oid -> find(oid)
                                .filter(parent -> isPartOf(parent.relation(), whole))
                                .isPresent()))
                        .isPresent();
    }

    /** Whether a table is this one or a partition of it: both are the same for indexes. */
    boolean isWithin(Relation part, Relation whole) {
        long oid = part.oid();
        while (oid != 0 && oid != whole.oid()) {
            oid = find(oid).map(TableState::parent).orElse(0L);
        }
        return oid != 0;
    }

    boolean isRewritten(Relation table) {
        return effects.stream().flatMap(each -> each.rewritten().stream()).anyMatch(each -> isPartOf(each, table));
    }

    boolean isScanned(Relation table) {
        return effects.stream().flatMap(each -> each.scanned().stream()).anyMatch(each -> isPartOf(each, table));
    }

    List<BuiltIndex> built(Relation table) {
        return effects.stream()
                .flatMap(each -> each.built().stream())
                .filter(each -> isWithin(each.table(), table))
                .toList();
    }
}

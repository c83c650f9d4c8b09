package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.effect.MigrationEffects;
import io.stockassistant.migrations.effect.ObservedStep;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.StatementEffects.TypeChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TypeState;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.script.Script;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A migration that was seen to run, with what is around it.
 *
 * @param upgrade what was done before and is undone now; null on the way up
 */
public record MigrationScene(
        Modules modules,
        Script script,
        ObservedStep observed,
        @Nullable MigrationEffects upgrade,
        Origins origins) {

    /** What was seen. */
    public MigrationEffects effects() {
        return observed.effects();
    }

    /** Whose migration it is. */
    public Module module() {
        return modules.get(effects().step().module());
    }

    /** Whether this is the way back. */
    public boolean isUndo() {
        return effects().step().direction() == Direction.DOWN;
    }

    public List<StatementEffects> statements() {
        return effects().statements();
    }

    /** The module whose objects stand in a schema. */
    public Optional<Module> findOwner(String schema) {
        return modules.list().stream()
                .filter(each -> each.schema().equals(schema))
                .findFirst();
    }

    /** A table as it was before the migration, if it was there. */
    public Optional<TableState> findBefore(long table) {
        return find(effects().before(), table);
    }

    /** A table as it was before anything of the change was done: on the way back, what the way there has made is not. */
    public Optional<TableState> findOlder(long table) {
        MigrationEffects first = isUndo() ? upgrade : effects();
        return first == null ? Optional.empty() : find(first.before(), table);
    }

    /** A table as it is after the migration, if it is there. */
    public Optional<TableState> findAtEnd(long table) {
        return find(effects().tables(), table);
    }

    private static Optional<TableState> find(List<TableState> tables, long oid) {
        return tables.stream().filter(each -> each.relation().oid() == oid).findFirst();
    }

    /** The table whose partition it is, as far up as it goes; most tables are their own. */
    public Relation wholeOf(Relation table) {
        return findBefore(table.oid())
                .map(each -> findBefore(each.parent())
                        .map(parent -> wholeOf(parent.relation()))
                        .orElse(each.relation()))
                .orElse(table);
    }

    /** The same, without those that inherit from another one of them. */
    public List<Relation> wholesOf(Collection<Relation> tables) {
        List<Relation> wholes = tables.stream().map(this::wholeOf).distinct().toList();
        return wholes.stream()
                .filter(each -> wholes.stream().noneMatch(other -> isHeir(each.oid(), other.oid())))
                .toList();
    }

    private boolean isHeir(long table, long other) {
        return table != other
                && findBefore(table)
                        .filter(each -> each.isPartOf(oid -> oid == other || isHeir(oid, other)))
                        .isPresent();
    }

    /** All that it does to a domain or an enum. */
    public List<TypeChange> changesOf(TypeState type) {
        return statements().stream()
                .flatMap(each -> each.types().stream())
                .filter(each -> each.after().oid() == type.oid())
                .toList();
    }

    /** Whether the migration itself creates something. */
    public boolean creates(long oid) {
        return statements().stream()
                .flatMap(each -> each.commands().stream())
                .anyMatch(each -> each.oid() == oid && each.tag().startsWith("CREATE"));
    }

    /** Whether what the statement did to tables without rows is refused where they have some. */
    public boolean isRefusedByRows(StatementEffects statement) {
        Integer line = observed.findRefusal().map(Failure::line).orElse(null);
        int first = statement.statement().firstLine();
        return line != null
                && line >= first
                && line
                        < first
                                + Math.max(
                                        1, statement.statement().body().lines().count());
    }

    /** The scenes of its statements, in order. */
    List<Scene> scenes() {
        return statements().stream().map(each -> new Scene(this, each)).toList();
    }
}

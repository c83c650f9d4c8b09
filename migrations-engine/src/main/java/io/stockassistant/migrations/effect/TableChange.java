package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.effect.TableState.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a statement has made of a table that was there before it, and still is. */
public record TableChange(TableState before, TableState after) {

    private static final Pattern SCHEMA = Pattern.compile("(\"(?:[^\"]|\"\")+\"|\\b[a-zA-Z_][\\w$]*)\\.");

    /** Before and after of one column. */
    public record ChangedColumn(Column before, Column after) {}

    /** Before and after of one constraint. */
    public record ChangedConstraint(Constraint before, Constraint after) {}

    public Relation table() {
        return after.relation();
    }

    public List<Column> addedColumns() {
        return after.columns().stream()
                .filter(each -> before.findColumn(each.number()).isEmpty())
                .toList();
    }

    public List<Column> droppedColumns() {
        return before.columns().stream()
                .filter(each -> after.findColumn(each.number()).isEmpty())
                .toList();
    }

    public List<ChangedColumn> changedColumns() {
        return before.columns().stream()
                .flatMap(each -> after
                        .findColumn(each.number())
                        .filter(now -> !now.equals(each))
                        .map(now -> new ChangedColumn(each, now))
                        .stream())
                .toList();
    }

    public List<Constraint> addedConstraints() {
        return after.constraints().stream()
                .filter(each -> before.findConstraint(each.oid()).isEmpty())
                .toList();
    }

    public List<Constraint> droppedConstraints() {
        return before.constraints().stream()
                .filter(each -> after.findConstraint(each.oid()).isEmpty())
                .toList();
    }

    public List<ChangedConstraint> changedConstraints() {
        return before.constraints().stream()
                .flatMap(each -> after
                        .findConstraint(each.oid())
                        .filter(now -> !now.equals(each))
                        .map(now -> new ChangedConstraint(each, now))
                        .stream())
                .toList();
    }

    public List<Index> addedIndexes() {
        return after.indexes().stream()
                .filter(each -> before.findIndex(each.oid()).isEmpty())
                .toList();
    }

    public List<Index> droppedIndexes() {
        return before.indexes().stream()
                .filter(each -> after.findIndex(each.oid()).isEmpty())
                .toList();
    }

    public List<Trigger> addedTriggers() {
        return triggersWithout(after.triggers(), before.triggers()).toList();
    }

    public List<Trigger> droppedTriggers() {
        return triggersWithout(before.triggers(), after.triggers()).toList();
    }

    /** Also those that fire at other times now, or no longer. */
    public List<Trigger> changedTriggers() {
        return after.triggers().stream()
                .filter(each ->
                        before.triggers().stream().anyMatch(other -> other.oid() == each.oid() && !other.equals(each)))
                .toList();
    }

    private static Stream<Trigger> triggersWithout(List<Trigger> triggers, List<Trigger> others) {
        return triggers.stream().filter(each -> others.stream().noneMatch(other -> other.oid() == each.oid()));
    }

    /** Whether a constraint takes the place of the same one, since the type of a column changes or an index is rebuilt. */
    public boolean isMadeAnew(Constraint added) {
        return before.constraints().stream()
                .anyMatch(each -> each.name().equals(added.name())
                        && (isSame(each.definition(), added.definition())
                                || (each.columns().equals(added.columns()) && hasOtherType(added.columns()))));
    }

    /** Whether an index takes the place of the same one. */
    public boolean isMadeAnew(Index added) {
        return before.indexes().stream()
                .anyMatch(each -> each.name().equals(added.name())
                        && (isSame(each.definition(), added.definition())
                                || (each.columns().equals(added.columns()) && hasOtherType(List.of()))));
    }

    /** How the server writes names depends on the search path. */
    private static boolean isSame(String definition, String other) {
        return SCHEMA.matcher(definition)
                .replaceAll("")
                .equals(SCHEMA.matcher(other).replaceAll(""));
    }

    /** An index may name columns in its expressions and in its condition, too. */
    private boolean hasOtherType(List<Integer> columns) {
        return changedColumns().stream()
                .filter(each ->
                        columns.isEmpty() || columns.contains(each.before().number()))
                .anyMatch(each -> !each.before().type().equals(each.after().type()));
    }

    /** Its name before, if it has another one now. */
    public Optional<String> findFormerName() {
        return Optional.of(before.relation().qualified())
                .filter(each -> !each.equals(after.relation().qualified()));
    }

    boolean isNone() {
        return before.equals(after);
    }
}

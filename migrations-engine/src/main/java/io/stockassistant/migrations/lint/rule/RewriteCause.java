package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedColumn;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.Scene;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a table was written anew. */
enum RewriteCause implements Predicate<TableChange> {
    TYPE,
    SEQUENCE,
    EXPRESSION,
    LOGGING,
    TABLESPACE,
    DEFAULT;

    /** What comes with PostgreSQL and gives something else for each row. */
    private static final Pattern VOLATILE = Pattern.compile(
            ".*\\b(random|random_normal|gen_random_uuid|gen_random_bytes|uuid_generate_\\w+|uuidv[47]|clock_timestamp|timeofday"
                    + "|nextval)\\(.*",
            Pattern.DOTALL);

    @Override
    public boolean test(TableChange change) {
        return switch (this) {
            case TYPE -> !columnsOfOtherType(change).isEmpty();
            case SEQUENCE -> change.addedColumns().stream().anyMatch(RewriteCause::isNumbered);
            case EXPRESSION -> !computed(change).isEmpty();
            case LOGGING -> change.before().unlogged() != change.after().unlogged();
            case TABLESPACE -> change.before().tablespace() != change.after().tablespace();
            case DEFAULT -> !volatileColumns(change).isEmpty();
        };
    }

    /** The changes that had tables written anew for this cause. */
    List<TableChange> list(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return partitions.changes(this).stream()
                .filter(each -> partitions.isRewritten(each.table()))
                .toList();
    }

    /** What was written anew for none of these causes. */
    static List<Relation> listOthers(Scene scene) {
        Partitions partitions = new Partitions(scene);
        List<TableChange> explained = Stream.of(values())
                .flatMap(each -> partitions.changes(each).stream())
                .toList();
        return scene.effects().rewritten().stream()
                .filter(each -> explained.stream().noneMatch(change -> partitions.isPartOf(each, change.table())))
                .map(each -> whole(scene, partitions, each))
                .distinct()
                .toList();
    }

    /** What ALTER TABLE did for reasons that the columns do not show: USING gives other values of the same type. */
    static boolean isByAlterTable(Scene scene, Relation table) {
        Partitions partitions = new Partitions(scene);
        return scene.effects().commands().stream()
                .filter(each -> each.tag().equals("ALTER TABLE"))
                .flatMap(each -> partitions.find(each.oid()).stream())
                .anyMatch(each -> partitions.isPartOf(table, each.relation()));
    }

    /** The table of which all parts were written anew with it. */
    private static Relation whole(Scene scene, Partitions partitions, Relation part) {
        return partitions
                .find(part.oid())
                .flatMap(each -> partitions.find(each.parent()))
                .map(TableState::relation)
                .filter(parent -> partitions.leaves(parent).stream()
                        .allMatch(leaf -> scene.effects().rewritten().stream()
                                .anyMatch(each -> each.oid() == leaf.relation().oid())))
                .map(parent -> whole(scene, partitions, parent))
                .orElse(part);
    }

    static List<ChangedColumn> columnsOfOtherType(TableChange change) {
        return change.changedColumns().stream()
                .filter(each -> !each.before().type().equals(each.after().type()))
                .toList();
    }

    static boolean isNumbered(Column column) {
        return column.identity()
                || column.findDefault()
                        .filter(each -> each.startsWith("nextval("))
                        .isPresent();
    }

    /** Columns whose values the server has to compute: new ones, and old ones with another expression. */
    static List<Column> computed(TableChange change) {
        return Stream.concat(
                        change.addedColumns().stream(),
                        change.changedColumns().stream()
                                .filter(each -> !each.before()
                                        .findDefault()
                                        .equals(each.after().findDefault()))
                                .map(ChangedColumn::after))
                .filter(Column::generated)
                .toList();
    }

    /** Where only new columns can be the cause, they are; otherwise it takes a known function. */
    static List<Column> volatileColumns(TableChange change) {
        List<Column> plain = change.addedColumns().stream()
                .filter(each -> !each.generated() && !isNumbered(each))
                .toList();
        boolean otherCause =
                Stream.of(TYPE, SEQUENCE, EXPRESSION, LOGGING, TABLESPACE).anyMatch(each -> each.test(change));
        List<Column> known = plain.stream()
                .filter(each ->
                        each.findDefault().filter(VOLATILE.asMatchPredicate()).isPresent())
                .toList();
        if (otherCause || !known.isEmpty()) {
            return known;
        }
        List<Column> calls = plain.stream()
                .filter(each ->
                        each.findDefault().filter(value -> value.contains("(")).isPresent())
                .toList();
        return calls.isEmpty() ? plain : calls;
    }
}

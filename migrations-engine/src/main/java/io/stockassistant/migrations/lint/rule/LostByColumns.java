package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedColumn;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.Scene;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What columns had before the migration, lose by a statement, and do not have in the end either. */
record LostByColumns(TableChange change, ChangedColumn column) {

    static Stream<LostByColumns> list(Scene scene, Predicate<Column> property) {
        return new Partitions(scene)
                .changes(each -> loses(each, property)).stream()
                        .flatMap(change -> change.changedColumns().stream()
                                .filter(each -> isLost(each, property))
                                .map(each -> new LostByColumns(change, each)))
                        .filter(each -> each.isSoInTheEnd(scene, property));
    }

    private static boolean loses(TableChange change, Predicate<Column> property) {
        return change.changedColumns().stream().anyMatch(each -> isLost(each, property));
    }

    private static boolean isLost(ChangedColumn column, Predicate<Column> property) {
        return property.test(column.before()) && !property.test(column.after());
    }

    private boolean isSoInTheEnd(Scene scene, Predicate<Column> property) {
        long table = change.table().oid();
        int number = column.after().number();
        Optional<Column> first = scene.migration().findBefore(table).flatMap(each -> each.findColumn(number));
        Optional<Column> last = scene.migration().findAtEnd(table).flatMap(each -> each.findColumn(number));
        return first.filter(property).isPresent()
                && last.filter(property.negate()).isPresent();
    }

    String name() {
        return change.table() + "." + column.after().name();
    }
}

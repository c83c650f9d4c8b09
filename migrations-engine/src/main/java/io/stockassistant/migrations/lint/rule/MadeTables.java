package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a statement has designed: tables as they are in the end, and columns of tables that were there. */
final class MadeTables {

    private MadeTables() {}

    /** Tables that the statement creates, without partitions: these are what their parent is. */
    static Stream<TableState> created(Scene scene) {
        return scene.effects().commands().stream()
                .filter(each ->
                        each.tag().startsWith("CREATE TABLE") || each.tag().equals("SELECT INTO"))
                .filter(each -> each.type().equals("table"))
                .flatMap(command -> scene.migration().effects().created().stream()
                        .filter(each -> each.relation().oid() == command.oid() && each.parent() == 0))
                .distinct();
    }

    /** Columns that it makes, in new tables or old ones, and keeps to the end; each with its table. */
    static Map<TableState, List<Column>> columns(Scene scene) {
        Map<TableState, List<Column>> all = new LinkedHashMap<>();
        created(scene).forEach(each -> all.put(each, each.columns()));
        for (TableChange each :
                new Partitions(scene).changes(one -> !one.addedColumns().isEmpty())) {
            TableState end = scene.migration().findAtEnd(each.table().oid()).orElse(each.after());
            List<Column> added = each.addedColumns().stream()
                    .flatMap(column -> end.findColumn(column.number()).stream())
                    .toList();
            if (!added.isEmpty()) {
                all.put(end, added);
            }
        }
        return all;
    }

    /** Constraints that a statement adds; a new type of a column has the old ones made anew. */
    static Stream<Constraint> addedConstraints(TableChange change) {
        return change.addedConstraints().stream().filter(each -> !change.isMadeAnew(each));
    }

    /** Indexes that it adds; REINDEX makes the old ones anew. */
    static Stream<Index> addedIndexes(TableChange change) {
        return change.addedIndexes().stream().filter(each -> !change.isMadeAnew(each));
    }

    /** One remark for each table that has some of a kind. */
    static List<Remark> remarks(
            Scene scene, Predicate<Column> which, Function<String, String> message, Function<String, String> remedy) {
        List<Remark> remarks = new ArrayList<>();
        if (!scene.migration().isUndo()) {
            columns(scene).forEach((table, columns) -> {
                String names = columns.stream()
                        .filter(which)
                        .map(each -> table.relation() + "." + each.name())
                        .collect(Collectors.joining(", "));
                if (!names.isEmpty()) {
                    remarks.add(new Remark(message.apply(names), remedy.apply(names)));
                }
            });
        }
        return remarks;
    }
}

package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.MigrationRule;
import io.stockassistant.migrations.lint.MigrationScene;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is lost when a migration is undone. */
final class WayBackLosesData implements MigrationRule {

    @Override
    public About about() {
        return new About(
                "way-back-loses-data",
                Severity.INFO,
                "The way back loses data",
                "What the application has written since the migration ran is lost when it is undone; a backup has it, and"
                        + " nothing else.",
                "Know it before a downgrade: pg_dump -t of what is listed keeps a copy.");
    }

    @Override
    public List<Remark> check(MigrationScene scene) {
        if (!scene.isUndo()) {
            return List.of();
        }
        Set<String> lost = new LinkedHashSet<>();
        for (TableState before : scene.effects().before()) {
            if (scene.findAtEnd(before.relation().oid()).isEmpty() && isNew(scene, before) && isHeard(scene, before)) {
                lost.add("table " + scene.wholeOf(before.relation()));
            }
        }
        for (StatementEffects statement : scene.statements()) {
            new Partitions(new Scene(scene, statement))
                    .changes(each -> !columns(scene, each).isEmpty()).stream()
                            .filter(each -> scene.findAtEnd(each.table().oid()).isPresent())
                            .forEach(change -> columns(scene, change)
                                    .forEach(each ->
                                            lost.add("column " + change.before().relation() + "." + each.name())));
        }
        if (lost.isEmpty()) {
            return List.of();
        }
        return List.of(new Remark(
                "Undoing " + scene.effects().step().name() + " loses " + String.join(", ", lost) + ".",
                "Keep a copy before a downgrade where it matters: pg_dump --data-only --table=…"));
    }

    /** What the way there has not made is lost by mistake, of which other rules speak. */
    private static boolean isNew(MigrationScene scene, TableState table) {
        return scene.findOlder(table.relation().oid()).isEmpty();
    }

    private static List<Column> columns(MigrationScene scene, TableChange change) {
        long oid = change.table().oid();
        return change.droppedColumns().stream()
                .filter(each -> scene.findBefore(oid)
                        .flatMap(before -> before.findColumn(each.number()))
                        .isPresent())
                .filter(each -> scene.findOlder(oid)
                        .flatMap(older -> older.findColumn(each.number()))
                        .isEmpty())
                .toList();
    }

    private static boolean isHeard(MigrationScene scene, TableState table) {
        return scene.statements().stream()
                .flatMap(each -> each.dropped().stream())
                .anyMatch(each -> each.type().equals("table")
                        && each.schema().equals(table.relation().schema()));
    }
}

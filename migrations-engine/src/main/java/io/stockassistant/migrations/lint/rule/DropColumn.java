package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;

/** Columns that are gone with what is in them. */
final class DropColumn implements StatementRule {

    @Override
    public About about() {
        return new About(
                "drop-column",
                Severity.ERROR,
                "A column is dropped with its data",
                "What is in the column is lost, and every release of the application that still names it fails at once.",
                "First a release that no longer uses the column; then the migration that drops it, with "
                        + "the reason above the statement: -- lint:ignore drop-column not used since release 12.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return new Partitions(scene)
                .changes(each -> !columns(scene, each).isEmpty()).stream()
                        .map(each -> remark(each.before(), columns(scene, each)))
                        .toList();
    }

    /** Those that the migration, or what it undoes, did not add itself. */
    static List<Column> columns(Scene scene, TableChange change) {
        return scene.migration()
                .findOlder(change.table().oid())
                .map(before -> change.droppedColumns().stream()
                        .filter(each -> before.findColumn(each.number()).isPresent())
                        .toList())
                .orElse(List.of());
    }

    private static Remark remark(TableState table, List<Column> columns) {
        String names = columns.stream()
                .map(each -> table.relation() + "." + each.name())
                .collect(Collectors.joining(", "));
        boolean one = columns.size() == 1;
        return new Remark(
                names + (one ? " is" : " are") + " dropped, and what is in " + (one ? "it" : "them") + " is lost.",
                "First release the application without " + (one ? "it" : "them")
                        + ". Then say so above the statement: -- lint:ignore drop-column REASON");
    }
}

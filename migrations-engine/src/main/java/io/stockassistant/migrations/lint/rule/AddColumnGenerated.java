package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** A stored column that is computed from others. */
final class AddColumnGenerated implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-column-generated",
                Severity.ERROR,
                "A computed column has the table written anew",
                "GENERATED ALWAYS AS … STORED is computed for all rows while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "A plain column, filled by a trigger for what is written and in batches for what is there; or a view that computes it. PostgreSQL 18 computes VIRTUAL columns when they are read: they are free.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return RewriteCause.EXPRESSION.list(scene).stream()
                .flatMap(change -> RewriteCause.computed(change).stream().map(column -> remark(change.table(), column)))
                .toList();
    }

    private static Remark remark(Relation table, Column column) {
        String value = column.findDefault().orElse("");
        return new Remark(
                table + " is written anew while nobody can read it: " + column.name() + " is computed for each row.",
                "ALTER TABLE " + table + " ADD COLUMN " + column.name() + " " + column.type()
                        + "; with a trigger that sets it to " + value
                        + " in what is written, and fill the rows that are there in batches. Or compute it in a view.");
    }
}

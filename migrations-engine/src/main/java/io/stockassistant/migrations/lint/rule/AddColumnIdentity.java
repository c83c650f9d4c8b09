package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** A column that numbers the rows. */
final class AddColumnIdentity implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-column-identity",
                Severity.ERROR,
                "A new column with numbers has the table written anew",
                "A serial or identity column gives each row its number while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "Add the column without a default, give it a sequence as its default, and number the rows that are there in batches.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return RewriteCause.SEQUENCE.list(scene).stream()
                .flatMap(change -> change.addedColumns().stream()
                        .filter(RewriteCause::isNumbered)
                        .map(column -> remark(change.table(), column)))
                .toList();
    }

    private static Remark remark(Relation table, Column column) {
        String sequence = SafeSql.sequence(table, column);
        return new Remark(
                table + " is written anew while nobody can read it: each row gets its number in " + column.name() + ".",
                "CREATE SEQUENCE " + sequence + "; "
                        + SafeSql.laterFilled(table, column, "nextval('" + sequence + "')"));
    }
}

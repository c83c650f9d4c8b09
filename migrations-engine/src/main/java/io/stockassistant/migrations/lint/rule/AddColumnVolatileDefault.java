package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;

/** A default that has to be computed for each row. */
final class AddColumnVolatileDefault implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-column-volatile-default",
                Severity.ERROR,
                "A new column has the table written anew for its values",
                "A default that is another one for each row, or a domain with constraints, is written into all rows while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "ALTER TABLE t ADD COLUMN c uuid; ALTER TABLE t ALTER COLUMN c SET DEFAULT gen_random_uuid(); and fill the rows that are there in batches. A constant default, or now(), is free.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return RewriteCause.DEFAULT.list(scene).stream()
                .map(AddColumnVolatileDefault::remark)
                .toList();
    }

    private static Remark remark(TableChange change) {
        Relation table = change.table();
        List<Column> columns = RewriteCause.volatileColumns(change);
        return new Remark(
                table + " is written anew while nobody can read it, for the values of "
                        + columns.stream()
                                .map(each -> each.name()
                                        + each.findDefault()
                                                .map(value -> " (" + value + ")")
                                                .orElse(" of a domain with constraints"))
                                .collect(Collectors.joining(", "))
                        + ".",
                columns.stream()
                        .map(each -> each.findDefault()
                                .map(value -> SafeSql.laterFilled(table, each, value))
                                .orElse("ALTER TABLE " + table + " ADD COLUMN " + each.name()
                                        + " with the type that the domain is made of, and its checks NOT VALID, which a"
                                        + " later migration validates."))
                        .collect(Collectors.joining(" ")));
    }
}

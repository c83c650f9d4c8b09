package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;

/** ALTER SCHEMA … RENAME. */
final class RenameSchema implements StatementRule {

    @Override
    public About about() {
        return new About(
                "rename-schema",
                Severity.WARNING,
                "A schema gets another name",
                "Every statement that names the old one fails from this moment, and search paths find nothing.",
                "A new schema with views on the tables of the old one, until no release uses the old name.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return scene.migration().isUndo() || !DeepTokens.contains(scene.sql(), "rename")
                ? List.of()
                : scene.effects().commands().stream()
                        .filter(each -> each.tag().equals("ALTER SCHEMA"))
                        .filter(each -> !scene.migration().creates(each.oid()))
                        .map(each -> new Remark(
                                "A schema is called " + each.identity() + " now: who knows the old name fails.",
                                "Create the new schema and, for each table, CREATE VIEW " + each.identity()
                                        + ".TABLE AS SELECT * FROM the table in the old one; drop the old one when no"
                                        + " release uses it."))
                        .toList();
    }
}

package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.ArrayList;
import java.util.List;

/** ALTER … SET SCHEMA. */
final class SetSchema implements StatementRule {

    @Override
    public About about() {
        return new About(
                "set-schema",
                Severity.WARNING,
                "Something moves to another schema",
                "From this moment every instance of the application that looks for it in the old schema fails.",
                "Leave a view with the old name until no release uses it: ALTER TABLE shop.orders SET "
                        + "SCHEMA sales; CREATE VIEW shop.orders AS SELECT * FROM sales.orders; in one migration.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        boolean renamesSchema =
                scene.effects().commands().stream().anyMatch(each -> each.tag().equals("ALTER SCHEMA"));
        if (scene.migration().isUndo() || renamesSchema) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        for (TableChange each : scene.effects().changes()) {
            if (!each.before()
                    .relation()
                    .schema()
                    .equals(each.after().relation().schema())) {
                remarks.add(new Remark(
                        each.before().relation() + " is " + each.after().relation() + " now.",
                        "Leave a view until no release uses the old name: CREATE VIEW "
                                + each.before().relation() + " AS SELECT * FROM "
                                + each.after().relation() + ";"));
            }
        }
        if (remarks.isEmpty() && DeepTokens.contains(scene.sql(), "set", "schema")) {
            scene.effects().commands().stream()
                    .filter(each -> each.tag().startsWith("ALTER"))
                    .filter(each ->
                            !each.type().equals("table") && !scene.migration().creates(each.oid()))
                    .map(each -> new Remark(
                            "A " + each.type() + " is " + each.identity() + " now.",
                            "Create a second one there, and drop the old one when no release uses it."))
                    .forEach(remarks::add);
        }
        return remarks;
    }
}

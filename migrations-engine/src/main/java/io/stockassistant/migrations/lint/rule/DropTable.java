package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.DroppedObject;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables and schemas that are gone with all rows. */
final class DropTable implements StatementRule {

    @Override
    public About about() {
        return new About(
                "drop-table",
                Severity.ERROR,
                "A table or a schema is dropped with its rows",
                "All rows are lost, and every release of the application that still names the table fails at once.",
                "First a release that no longer uses the table; then the migration that drops it, with "
                        + "the reason above the statement: -- lint:ignore drop-table archived, not used since "
                        + "release 12.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        List<Remark> remarks = new ArrayList<>();
        for (DroppedObject each : scene.effects().dropped()) {
            if (each.named() && isOlder(scene, each) && each.type().equals("table")) {
                remarks.add(remark(each.identity() + " is dropped, and its rows are lost."));
            } else if (each.named() && isOlder(scene, each) && each.type().equals("schema")) {
                remarks.add(remark("The schema " + each.identity() + " is dropped" + tables(scene, each) + "."));
            }
        }
        return remarks;
    }

    /** What the way there has made, the way back may drop. */
    private static boolean isOlder(Scene scene, DroppedObject object) {
        return scene.migration().isUndo()
                ? scene.effects().gone().stream()
                        .filter(each -> each.relation().qualified().equals(object.identity()))
                        .anyMatch(each -> scene.migration()
                                .findOlder(each.relation().oid())
                                .isPresent())
                : object.existed();
    }

    private static String tables(Scene scene, DroppedObject schema) {
        String tables = scene.effects().dropped().stream()
                .filter(each -> each.type().equals("table") && isIn(each, schema))
                .map(DroppedObject::identity)
                .collect(Collectors.joining(", "));
        return tables.isEmpty() ? "" : " with the rows of " + tables;
    }

    /** Whether something went because its schema did. */
    static boolean isIn(DroppedObject object, DroppedObject schema) {
        return schema.type().equals("schema")
                && ForeignObject.unquoted(schema.identity()).equals(object.schema());
    }

    private static Remark remark(String message) {
        return new Remark(
                message,
                "First release the application without it. Then say so above the statement: -- lint:ignore drop-table"
                        + " REASON");
    }
}

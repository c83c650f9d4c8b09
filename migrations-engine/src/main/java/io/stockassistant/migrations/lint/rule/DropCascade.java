package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.DroppedObject;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What CASCADE takes and the statement does not name. */
final class DropCascade implements StatementRule {

    /** They are parts of what is listed as well. */
    private static final Set<String> PARTS = Set.of("rule", "type", "composite type", "index");

    @Override
    public About about() {
        return new About(
                "drop-cascade",
                Severity.ERROR,
                "CASCADE takes more than the statement names",
                "What depends on a dropped object goes with it, in a database where there is more also what nobody has"
                        + " thought of.",
                "Without CASCADE: drop first, by name, what depends on it; then the server refuses what nobody has thought"
                        + " of.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        List<DroppedObject> taken = scene.migration().isUndo() ? List.of() : taken(scene);
        if (taken.isEmpty()) {
            return List.of();
        }
        String names =
                taken.stream().map(each -> each.type() + " " + each.identity()).collect(Collectors.joining(", "));
        String statements =
                taken.stream().flatMap(each -> findStatement(each).stream()).collect(Collectors.joining(" "));
        return List.of(new Remark(
                "CASCADE drops also " + names + ".",
                statements.isEmpty()
                        ? "Drop by name what shall go, and leave CASCADE out."
                        : "Leave CASCADE out, and write before it: " + statements));
    }

    /** Whether this rule is the one that speaks of a constraint that is gone. */
    static boolean takes(Scene scene, TableState table, Constraint constraint) {
        return taken(scene).stream()
                .anyMatch(each -> each.type().equals("table constraint")
                        && each.identity().equals(constraint.name() + " on " + table.relation()));
    }

    private static List<DroppedObject> taken(Scene scene) {
        return !mayCascade(scene.sql())
                ? List.of()
                : scene.effects().dropped().stream()
                        .filter(each -> each.dependent() && !each.named() && each.existed())
                        .filter(each -> !isPart(scene, each))
                        .filter(each -> scene.effects().dropped().stream()
                                .noneMatch(other -> other.named() && DropTable.isIn(each, other)))
                        .filter(each -> ForeignObject.findForeignOwner(scene, each.schema())
                                .isEmpty())
                        .toList();
    }

    private static boolean mayCascade(String sql) {
        return DeepTokens.contains(sql, "cascade") || DeepTokens.beginsWith(sql, "select", "call", "do");
    }

    /** What goes with its own table or column is no surprise. */
    private static boolean isPart(Scene scene, DroppedObject object) {
        return switch (object.type()) {
            case "table constraint" ->
                scene.effects().changes().stream()
                        .filter(each -> object.identity()
                                .endsWith(" on " + each.before().relation()))
                        .anyMatch(each -> !each.droppedColumns().isEmpty());
            case "default value" ->
                scene.effects().changes().stream()
                        .noneMatch(each -> object.identity()
                                .startsWith("for " + each.before().relation() + "."));
            case "trigger" ->
                scene.effects().changes().stream()
                        .noneMatch(each -> each.droppedTriggers().stream()
                                .anyMatch(gone -> object.identity()
                                        .equals(gone.name() + " on "
                                                + each.before().relation())));
            default -> PARTS.contains(object.type());
        };
    }

    private static Optional<String> findStatement(DroppedObject object) {
        String identity = object.identity();
        int on = identity.indexOf(" on ");
        return switch (object.type()) {
            case "view", "materialized view", "table", "function", "sequence" ->
                Optional.of("DROP " + object.type().toUpperCase(Locale.ROOT) + " " + identity + ";");
            case "table constraint" ->
                Optional.of("ALTER TABLE " + identity.substring(on + 4) + " DROP CONSTRAINT "
                        + identity.substring(0, on) + ";");
            case "trigger" ->
                Optional.of("DROP TRIGGER " + identity.substring(0, on) + " ON " + identity.substring(on + 4) + ";");
            default -> Optional.empty();
        };
    }
}

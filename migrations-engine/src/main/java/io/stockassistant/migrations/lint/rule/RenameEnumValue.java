package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.StatementEffects.TypeChange;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Stream;

/** ALTER TYPE … RENAME VALUE. */
final class RenameEnumValue implements StatementRule {

    @Override
    public About about() {
        return new About(
                "rename-enum-value",
                Severity.WARNING,
                "A value of an enum gets another name",
                "Every release that writes or expects the old one fails from this moment: the server no longer knows it.",
                "Add the new value, let the application write it, change the rows, and leave the old value in the type.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        return scene.migration().isUndo()
                ? List.of()
                : scene.effects().types().stream()
                        .filter(each -> !scene.migration().creates(each.before().oid()))
                        .flatMap(RenameEnumValue::remarks)
                        .toList();
    }

    private static Stream<Remark> remarks(TypeChange change) {
        return change.before().labels().entrySet().stream()
                .filter(each -> change.after().labels().containsKey(each.getKey()))
                .filter(each -> !each.getValue().equals(change.after().labels().get(each.getKey())))
                .map(each -> new Remark(
                        "'" + each.getValue() + "' of " + change.after().qualified() + " is '"
                                + change.after().labels().get(each.getKey()) + "' now: who knows the old name fails.",
                        "ALTER TYPE " + change.after().qualified() + " ADD VALUE '"
                                + change.after().labels().get(each.getKey()) + "'; and change the rows later."));
    }
}

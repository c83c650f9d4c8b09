package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.JavaFile;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.ScriptFile;
import java.util.List;
import java.util.Optional;

/** A migration without a way back cannot be undone, and says why where its author said so. */
final class Irreversible {

    private Irreversible() {}

    static void check(Migration migration, List<Problem> problems) {
        Optional<ScriptFile> downgrade = migration.findDowngrade();
        ScriptFile saysWhy = downgrade.orElse(migration.upgrade());
        if (downgrade.isEmpty() && saysWhy.header().findIrreversible().isEmpty()) {
            String name = nameOfUndo(migration.upgrade());
            add(
                    migration,
                    migration.upgrade().path(),
                    migration + " has no way back: there is no " + name + ".",
                    "Write the " + name + " beside it, or restore a backup.",
                    problems);
            return;
        }
        saysWhy.header()
                .findIrreversible()
                .ifPresent(why -> add(
                        migration,
                        saysWhy.path(),
                        migration + " has no way back: " + why,
                        "Restore a backup, or write a new migration that changes what it did.",
                        problems));
    }

    private static String nameOfUndo(ScriptFile upgrade) {
        String name = upgrade.name();
        int simple = name.lastIndexOf(upgrade instanceof JavaFile ? '.' : '/') + 1;
        return (upgrade instanceof JavaFile ? "class " : "file ")
                + name.substring(0, simple)
                + name.substring(simple).replaceFirst("^V", "U");
    }

    private static void add(Migration migration, String file, String message, String remedy, List<Problem> problems) {
        problems.add(new Problem(
                ProblemCode.IRREVERSIBLE,
                migration.module(),
                migration.version().toString(),
                file,
                message,
                remedy));
    }
}

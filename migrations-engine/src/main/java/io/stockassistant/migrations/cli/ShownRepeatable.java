package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import java.util.Map;
import java.util.Optional;

/** A repeatable migration, from its file alone. */
record ShownRepeatable(Repeatable repeatable) implements Report {

    private static final String KIND = "@R__";

    /** Whether a word names one, as {@code plan} prints it. */
    static boolean isMeant(String revision) {
        return revision.contains(KIND);
    }

    /** @throws io.stockassistant.migrations.problem.ProblemException {@code unknown-module}, {@code unknown-revision} */
    static ShownRepeatable get(Migrations migrations, String revision) {
        String module = revision.substring(0, revision.indexOf(KIND));
        migrations.modules().get(module);
        return migrations.listRepeatables(module).stream()
                .filter(each -> each.toString().equals(revision))
                .findFirst()
                .map(ShownRepeatable::new)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.UNKNOWN_REVISION,
                                "There is no migration '" + revision + "'.",
                                "migrations history " + module)
                        .asException());
    }

    @Override
    public void print(Console console) {
        console.line(console.styled("bold", repeatable.toString()) + "  " + repeatable.description());
        console.line("repeatable  it runs again whenever its file has changed");
        ShownScript.print(console, "upgrade", repeatable.upgrade());
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "module",
                repeatable.module(),
                "version",
                Optional.empty(),
                "description",
                repeatable.description(),
                "upgrade",
                ShownScript.json(repeatable.upgrade()));
    }
}

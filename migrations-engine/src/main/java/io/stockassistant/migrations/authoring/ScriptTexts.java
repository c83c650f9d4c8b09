package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Header;
import io.stockassistant.migrations.script.Version;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What stands in the two files of a new migration, or in the one of a backfill. */
record ScriptTexts(Module module, Path folder, Version version, Title title) {

    private static final String DEPENDS_ON = "depends-on";
    private static final String IRREVERSIBLE = "irreversible";

    /** The V file, with these header lines. */
    String upgrade(String dependsOn) {
        return filled(Template.UPGRADE, DEPENDS_ON, dependsOn);
    }

    /** The U file, with this header line. */
    String downgrade(String irreversible) {
        return filled(Template.DOWNGRADE, IRREVERSIBLE, irreversible);
    }

    /** The D file, with these header lines. */
    String backfill(String dependsOn) {
        return filled(Template.BACKFILL, DEPENDS_ON, dependsOn);
    }

    private String filled(String name, String header, String lines) {
        Map<String, String> values = new HashMap<>(Map.of(
                "module",
                module.name(),
                "schema",
                module.schema(),
                "version",
                version.toString(),
                "description",
                title.line(),
                DEPENDS_ON,
                "",
                IRREVERSIBLE,
                ""));
        values.put(header, lines);
        Template template = Template.read(module.name(), folder, name);
        String text = template.fill(values, header);
        checkHeader(template, Header.parse(text), Header.parse(lines));
        return text;
    }

    /** A template can put header lines where they do not count, or have some of its own that do not. */
    private void checkHeader(Template template, Header read, Header wanted) {
        for (Header.Mistake mistake : read.mistakes()) {
            throw unread(template, "'" + mistake.text() + "' would not count, because " + mistake.reason() + ".");
        }
        if (!read.dependsOn().containsAll(wanted.dependsOn())
                || !wanted.findIrreversible().equals(read.findIrreversible())) {
            throw unread(template, "the header lines would be lost or changed.");
        }
    }

    private ProblemException unread(Template template, String what) {
        return new Problem(
                        ProblemCode.INVALID_HEADER,
                        module.name(),
                        null,
                        template.place(),
                        "In a file made of " + template.place() + ", " + what,
                        "Move {{depends-on}} or {{irreversible}} to a line of its own above the first statement of "
                                + template.place() + ".")
                .asException();
    }
}

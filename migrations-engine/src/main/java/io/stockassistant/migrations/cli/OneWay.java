package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.change.Hazard;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.diff.Way;
import java.util.Map;

/** The script of one direction: one transaction, or several where a statement is to be committed before the next. */
record OneWay(Way way) implements Report {

    @Override
    public void print(Console console) {
        console.text(text());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        boolean open = false;
        for (SchemaStatement each : way.statements()) {
            if (!each.transactional() && open) {
                text.append("COMMIT;\n\n");
            }
            if (!each.transactional() || !open) {
                text.append("BEGIN;\n\n");
            }
            each.hazards().forEach(hazard -> text.append(comment(hazard)));
            text.append(each).append("\n\n");
            open = each.transactional();
            text.append(open ? "" : "COMMIT;\n\n");
        }
        return text.append(open ? "COMMIT;\n" : "").toString();
    }

    /** Names of objects are in it, and a name may have more than one line. */
    private static String comment(Hazard hazard) {
        return "-- " + hazard.toString().replaceAll("\\R", " ") + "\n";
    }

    @Override
    public Map<String, Object> json() {
        throw new IllegalStateException("programs are given both ways");
    }
}

package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.time.LocalDateTime;
import java.util.Optional;

/** One word of a history line of a {@link Tree}. */
final class TreeRow {

    private TreeRow() {}

    static HistoryRow parse(Migrations migrations, String module, String word, int rank) {
        LocalDateTime when = LocalDateTime.of(2026, 1, 1, 0, 0);
        if (word.equals("schema")) {
            return new HistoryRow(
                    rank, null, "<< Flyway Schema Creation >>", "SCHEMA", module, null, "me", when, 0, true);
        }
        if (word.equals("R") || word.equals("R#")) {
            Integer file = migrations.listRepeatables(module).get(0).checksum();
            Integer checksum = file == null ? null : Integer.valueOf(file + word.length() - 1);
            return new HistoryRow(rank, null, "view", "SQL", "R__view.sql", checksum, "me", when, 5, true);
        }
        boolean own = word.startsWith("b");
        String type = word.startsWith("-") ? "DELETE" : word.startsWith("^") || own ? "BASELINE" : "SQL";
        Version version = Version.of(word.replaceAll("[^0-9._]", ""));
        Revision revision = new Revision(module, version);
        Optional<Migration> file = migrations
                .withBaselines(each -> own && each.revision().equals(revision))
                .find(revision);
        boolean renamed = word.endsWith("\"");
        String name = (own ? "B" : "V") + version + (renamed ? "__old_name.sql" : "__step.sql");
        int checksum = file.map(each -> each.upgrade().fingerprint()).orElse(0) + (word.endsWith("#") ? 1 : 0);
        boolean down = word.startsWith("<");
        return new HistoryRow(
                rank,
                version,
                renamed ? "old name" : "step",
                type,
                name,
                word.startsWith("^") ? null : Integer.valueOf(checksum),
                "me",
                when,
                down ? -2 : word.endsWith("x") ? -1 : 5,
                !down && !word.endsWith("x"));
    }
}

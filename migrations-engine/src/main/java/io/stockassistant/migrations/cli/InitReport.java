package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.DatabaseFacts;
import io.stockassistant.migrations.problem.ExitStatus;
import java.util.List;
import java.util.Map;

/** What there is after {@code init}. */
record InitReport(
        boolean created,
        String server,
        boolean embedded,
        DatabaseFacts facts,
        List<SchemaContent> modules,
        RunReport upgrade)
        implements Report {

    @Override
    public ExitStatus exitStatus() {
        return upgrade.exitStatus();
    }

    @Override
    public void print(Console console) {
        upgrade.print(console);
        console.line("");
        console.line("server    " + server + (embedded ? " (embedded)" : ""));
        console.line("database  " + facts.name() + (created ? " (created)" : " (existed)"));
        console.line("owner     " + facts.owner());
        console.line("encoding  " + facts.encoding());
        console.line("locale    " + facts.locale());
        console.line("");
        console.table(
                List.of("module", "schema", "current", "tables"),
                modules.stream().map(SchemaContent::row).toList());
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> members = upgrade.json();
        members.put("created", created);
        members.put("server", server);
        members.put("embedded", embedded);
        members.put(
                "database",
                Json.object(
                        "name", facts.name(),
                        "owner", facts.owner(),
                        "encoding", facts.encoding(),
                        "locale", facts.locale()));
        members.put("modules", modules.stream().map(SchemaContent::json).toList());
        return members;
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.DatabaseFacts;
import io.stockassistant.migrations.problem.ExitStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What there is after {@code init}. */
record InitReport(
        boolean created,
        String server,
        boolean embedded,
        DatabaseFacts facts,
        List<SchemaContent> modules,
        RunReport upgrade,
        List<TaskReport> tasks)
        implements Report {

    /** The same with what became of the tasks. */
    InitReport with(List<TaskReport> done) {
        return new InitReport(created, server, embedded, facts, modules, upgrade, done);
    }

    @Override
    public ExitStatus exitStatus() {
        return Stream.concat(Stream.of(upgrade.exitStatus()), tasks.stream().map(TaskReport::exitStatus))
                .filter(each -> each != ExitStatus.DONE)
                .findFirst()
                .orElse(ExitStatus.DONE);
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
        if (!tasks.isEmpty()) {
            console.line("");
            tasks.forEach(each -> each.print(console));
        }
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
        members.put("tasks", tasks.stream().map(TaskReport::json).toList());
        return members;
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.model.ModuleTables;
import io.stockassistant.migrations.model.TablesFound;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether everything is as it should be.
 *
 * @param backfills those that are not complete; they hold up what depends on them, and nothing else
 */
record StatusReport(
        boolean connected,
        String server,
        String database,
        boolean embedded,
        List<ModulePosition> positions,
        TablesFound tables,
        List<OpenBackfill> backfills,
        List<Problem> problems)
        implements Report {

    static StatusReport notConnected(List<Problem> problems) {
        return new StatusReport(false, "", "", false, List.of(), TablesFound.NONE, List.of(), problems);
    }

    private boolean isCurrent() {
        return positions.stream().allMatch(each -> each.pending() == 0);
    }

    @Override
    public ExitStatus exitStatus() {
        if (!connected) {
            return problems.get(0).code().exitStatus();
        }
        return problems.isEmpty() && isCurrent() && backfills.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    @Override
    public void print(Console console) {
        if (connected) {
            console.line("server    " + server + (embedded ? " (embedded)" : ""));
            console.line("database  " + database);
            console.line("");
            console.table(
                    CurrentReport.HEADER,
                    positions.stream().map(ModulePosition::row).toList());
            console.line("");
            if (!backfills.isEmpty()) {
                backfills.forEach(each -> console.line(each.words()));
                console.line("");
            }
            if (listWaiting().count() > 0) {
                listWaiting().forEach(each -> console.line(each.module() + " lacks " + each.missingInWords() + "."));
                console.line("");
            }
            if (problems.isEmpty()) {
                console.line(summary());
            }
        }
        problems.forEach(console::printProblem);
    }

    private String summary() {
        if (!isCurrent()) {
            return "Not current. To apply what is pending: migrations upgrade";
        }
        return backfills.isEmpty()
                ? "Current."
                : "Current, but for backfills that are not complete. To go on with them: migrations backfill run";
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "connected",
                connected,
                "server",
                connected ? server : Optional.empty(),
                "database",
                connected ? database : Optional.empty(),
                "embedded",
                embedded,
                "modules",
                positions.stream().map(this::json).toList(),
                "openBackfills",
                backfills.isEmpty()
                        ? null
                        : backfills.stream().map(OpenBackfill::json).toList(),
                "problems",
                problems.stream().map(Problems::json).toList());
    }

    /** What pending migrations may bring; where none is pending it is among the problems. */
    private Stream<ModuleTables> listWaiting() {
        return positions.stream()
                .filter(each -> each.pending() > 0)
                .map(each -> tables.of(each.module().name()))
                .filter(each -> !each.missing().isEmpty());
    }

    private Map<String, Object> json(ModulePosition position) {
        ModuleTables own = tables.of(position.module().name());
        Map<String, Object> members = position.json();
        members.put("missingTables", own.hasModels() ? own.missing() : Optional.empty());
        return members;
    }
}

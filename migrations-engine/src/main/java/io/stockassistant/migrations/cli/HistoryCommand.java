package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.JournalReader;
import io.stockassistant.migrations.plan.HistoryEntry;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows every migration and what has become of it. */
@Command(
        name = "history",
        header = "Shows every migration with its state, module by module.",
        description = {
            "",
            "States: applied, pending, out-of-order (pending, but older than an applied one), missing (applied, "
                    + "its file is gone), changed (its file was edited since), failed."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations history data-engineering      one module",
            "  migrations history --journal             who ran what, when and from where",
            "  migrations history --journal --verbose   with the steps of each run"
        })
final class HistoryCommand implements Callable<Integer> {

    private static final int DEFAULT_LIMIT = 20;

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(paramLabel = "MODULE", arity = "0..1", description = "Only this module.")
    private @Nullable String module;

    @Option(
            names = "--journal",
            description = "Show the runs of this program that had something to do, the newest last.")
    private boolean journal;

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "With --journal: the last N runs, 20 by default.")
    private @Nullable Integer limit;

    @Override
    public Integer call() {
        if (limit != null && !journal) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--limit is about the journal.",
                            "migrations history --journal --limit " + limit)
                    .asException();
        }
        try (Workspace workspace = root.openWorkspace()) {
            workspace.target().connectEarly();
            if (module != null) {
                workspace.modules().get(module);
            }
            if (journal) {
                return root.console()
                        .show(new JournalReport(
                                workspace
                                        .target()
                                        .query(connection -> JournalReader.read(
                                                connection,
                                                limit == null ? DEFAULT_LIMIT : limit,
                                                Optional.ofNullable(module))),
                                ZoneId.systemDefault()));
            }
            List<HistoryEntry> entries = HistoryEntry.list(workspace.migrations(), workspace.histories()).stream()
                    .filter(each -> module == null || each.module().equals(module))
                    .toList();
            return root.console().show(new Entries(entries));
        }
    }

    private record Entries(List<HistoryEntry> entries) implements Report {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

        @Override
        public void print(Console console) {
            console.table(
                    List.of("module", "version", "description", "state", "applied at", "by", "ms"),
                    entries.stream().map(Entries::row).toList());
        }

        private static List<String> row(HistoryEntry entry) {
            return List.of(
                    entry.module(),
                    ModulePosition.text(entry.findVersion()),
                    entry.description(),
                    entry.state().word(),
                    entry.findRow().map(row -> TIME.format(row.installedOn())).orElse("-"),
                    entry.findRow().map(row -> row.installedBy()).orElse("-"),
                    entry.findRow()
                            .map(row -> Integer.toString(Math.max(row.millis(), 0)))
                            .orElse("-"));
        }

        @Override
        public Map<String, Object> json() {
            return Json.object("migrations", entries.stream().map(Entries::json).toList());
        }

        private static Map<String, Object> json(HistoryEntry entry) {
            return Json.object(
                    "module",
                    entry.module(),
                    "version",
                    entry.findVersion(),
                    "description",
                    entry.description(),
                    "state",
                    entry.state().word(),
                    "appliedAt",
                    entry.findRow().map(row -> row.installedOn().toString()),
                    "appliedBy",
                    entry.findRow().map(row -> row.installedBy()),
                    "millis",
                    entry.findRow().map(row -> Math.max(row.millis(), 0)));
        }
    }
}

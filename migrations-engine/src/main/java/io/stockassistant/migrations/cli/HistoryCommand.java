package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.JournalReader;
import io.stockassistant.migrations.plan.HistoryEntry;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Revision;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
                    + "its file is gone), changed (its file was edited since), failed. Backfills are there once they are "
                    + "complete; for the others: migrations backfill list."
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
            Histories histories = workspace.histories();
            List<HistoryEntry> entries = HistoryEntry.list(workspace.migrations(), histories).stream()
                    .filter(each -> isAsked(each.module()))
                    .toList();
            return root.console().show(new Entries(entries, complete(workspace, histories)));
        }
    }

    private boolean isAsked(String name) {
        return module == null || name.equals(module);
    }

    private List<BackfillBook> complete(Workspace workspace, Histories histories) {
        Set<Revision> complete = histories.completeBackfills();
        return complete.isEmpty()
                ? List.of()
                : workspace.target().query(connection -> new BackfillBooks(connection).list()).stream()
                        .filter(each -> complete.contains(each.revision())
                                && isAsked(each.revision().module()))
                        .toList();
    }

    /** @param backfills those that are complete */
    private record Entries(List<HistoryEntry> entries, List<BackfillBook> backfills) implements Report {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

        @Override
        public void print(Console console) {
            console.table(List.of("module", "version", "description", "state", "applied at", "by", "ms"), rows());
        }

        /** A backfill stands before the first migration of its module that is newer. */
        private List<List<String>> rows() {
            List<List<String>> rows = new ArrayList<>();
            for (String module :
                    entries.stream().map(HistoryEntry::module).distinct().toList()) {
                Deque<BackfillBook> due = backfills.stream()
                        .filter(each -> each.revision().module().equals(module))
                        .sorted(Comparator.comparing(each -> each.revision().version()))
                        .collect(Collectors.toCollection(ArrayDeque::new));
                for (HistoryEntry entry : entries) {
                    if (entry.module().equals(module)) {
                        while (!due.isEmpty() && isBefore(due.getFirst(), entry)) {
                            rows.add(row(due.removeFirst()));
                        }
                        rows.add(row(entry));
                    }
                }
                due.forEach(each -> rows.add(row(each)));
            }
            return rows;
        }

        private static boolean isBefore(BackfillBook book, HistoryEntry entry) {
            return entry.findVersion()
                    .filter(each -> each.compareTo(book.revision().version()) < 0)
                    .isEmpty();
        }

        private static List<String> row(BackfillBook book) {
            OffsetDateTime ended = book.endedAt();
            return List.of(
                    book.revision().module(),
                    book.revision().version().toString(),
                    book.description() + " (backfill, " + BackfillTexts.rows(book) + " rows)",
                    book.state().word(),
                    ended == null ? "-" : TIME.format(ended.atZoneSameInstant(ZoneId.systemDefault())),
                    "-",
                    Long.toString(BackfillTexts.duration(book).toMillis()));
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
            return Json.object(
                    "migrations",
                    entries.stream().map(Entries::json).toList(),
                    "backfills",
                    backfills.isEmpty()
                            ? null
                            : backfills.stream().map(BackfillTexts::json).toList());
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

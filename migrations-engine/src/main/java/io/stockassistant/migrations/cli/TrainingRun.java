package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.history.NewRow;
import io.stockassistant.migrations.logging.Silence;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Change;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.training.UpToDateServer;
import io.stockassistant.shared.config.Variables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Runs, for launchers that want the virtual machine to remember what it has loaded, the commands that people type most,
 * on a database that is up to date. There is none: {@link UpToDateServer} says what it would say. Beside a folder of its
 * own for temporary files, which it removes, it touches nothing.
 */
public final class TrainingRun {

    private static final List<String> COMMANDS = List.of("upgrade", "status", "current", "heads");

    private static final LocalDateTime SOME_TIME = LocalDateTime.of(2026, 1, 1, 0, 0, 0, 1000);

    /** Stands, as the number of a module, for the table of backfills. */
    private static final int BACKFILLS = -2;

    private final Migrations migrations;
    private final List<String> options;
    private final Path folder;

    private TrainingRun(ModuleSource source, List<String> options, Path folder) {
        this.migrations = Migrations.list(Modules.of(source));
        this.options = options;
        this.folder = folder;
    }

    /** Ends the process as the program does: with 0, if all commands did. */
    public static void main(String[] args) throws IOException {
        Silence.begin();
        Path folder = Files.createTempDirectory("migrations-training");
        Path module = Files.createDirectory(folder.resolve("shop"));
        Path file = Files.writeString(module.resolve("V1__first.sql"), "CREATE TABLE item (id int);\n");
        try {
            new TrainingRun(ModuleSource.classPath(), List.of(), folder).run();
            new TrainingRun(ModuleSource.folder(folder), List.of("--modules", folder.toString()), folder).run();
        } finally {
            for (Path each : List.of(file, module, folder)) {
                Files.delete(each);
            }
        }
        Main.main(new String[] {"heads"});
    }

    private void run() throws IOException {
        try (UpToDateServer server = UpToDateServer.start(this::answer)) {
            for (String command : COMMANDS) {
                List<String> words = new ArrayList<>(List.of(command, "--url", server.url()));
                words.addAll(options);
                run(words);
            }
        }
    }

    private void run(List<String> words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int status = CommandLines.execute(
                words.toArray(String[]::new),
                new Surroundings(words, () -> Variables.ofProcess(folder), writer, writer, new Interruption()));
        // What status misses are the tables of models, about which nobody was asked.
        if (status != ExitStatus.DONE.number() && status != ExitStatus.FINDINGS.number()) {
            throw new IllegalStateException(String.join(" ", words) + ": exit status " + status + "\n" + said);
        }
    }

    /** Both statements of {@link io.stockassistant.migrations.history.HistoryReader}, of the journal nothing. */
    private List<List<Object>> answer(String query) {
        if (query.contains("pg_catalog.pg_namespace")) {
            return existence();
        }
        return query.contains("flyway_schema_history") ? rows() : List.of();
    }

    private List<List<Object>> existence() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(BACKFILLS, "t", "t", "r", "", "t"));
        for (int i = 0; i < migrations.modules().list().size(); i++) {
            rows.add(List.of(i, "t", "t", "r", "", "t"));
        }
        return rows;
    }

    private List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        List<Module> modules = migrations.modules().list();
        for (int i = 0; i < modules.size(); i++) {
            List<Change> changes =
                    new ArrayList<>(migrations.list(modules.get(i).name()));
            changes.addAll(migrations.listRepeatables(modules.get(i).name()));
            for (int rank = 1; rank <= changes.size(); rank++) {
                rows.add(row(i, rank, NewRow.recorded(changes.get(rank - 1))));
            }
            for (Backfill each : migrations.listBackfills(modules.get(i).name())) {
                rows.add(row(each));
            }
        }
        return rows;
    }

    private static List<Object> row(int module, int rank, NewRow row) {
        return List.of(
                module,
                rank,
                Objects.requireNonNullElse(row.version(), ""),
                row.description(),
                row.type(),
                row.script(),
                Objects.requireNonNullElse(row.checksum(), ""),
                "training",
                SOME_TIME,
                1,
                "t");
    }

    private static List<Object> row(Backfill done) {
        return List.of(
                BACKFILLS,
                0,
                done.version(),
                done.description(),
                "complete",
                done.module(),
                done.checksum(),
                "",
                "",
                0,
                "t");
    }
}

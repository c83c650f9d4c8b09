package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.OfflineGuard;
import io.stockassistant.migrations.apply.OfflineScript;
import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.ModuleHistory;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.plan.OfflineStart;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.FileReason;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.JavaFile;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints the script of an upgrade or a downgrade. */
final class OfflineCommand {

    private final MigrationsCommand root;
    private final Workspace workspace;
    private final RunOptions run;

    OfflineCommand(MigrationsCommand root, Workspace workspace, RunOptions run) {
        this.root = root;
        this.workspace = workspace;
        this.run = run;
    }

    /**
     * Makes the plan from where the options say that the database is, or from where it is, and prints it as SQL.
     *
     * @param starts the places that stand before the targets
     */
    int print(SqlOptions options, List<String> starts, Function<Histories, Plan> planning) {
        Optional<OfflineStart> start = findStart(options, starts);
        if (start.isPresent()) {
            workspace.writeForUnknownDatabase();
            PlannedRun.refuseBadFiles(workspace);
            Histories histories = start.get().histories();
            return show(planning.apply(histories), histories, start.get().known());
        }
        PlannedRun.refuseBadFiles(workspace);
        Histories histories = workspace.histories();
        Plan plan = planning.apply(histories);
        return show(plan, histories, concerned(plan, histories));
    }

    private Optional<OfflineStart> findStart(SqlOptions options, List<String> starts) {
        Migrations migrations = workspace.migrations();
        if (options.findFrom().isPresent()) {
            return Optional.of(
                    OfflineStart.of(migrations, read(options.findFrom().get())));
        }
        return starts.isEmpty()
                ? Optional.empty()
                : Optional.of(OfflineStart.of(
                        migrations, starts.stream().map(Target::parse).toList()));
    }

    /** A class is no SQL. */
    private static void refuseJava(Plan plan) {
        List<String> classes = plan.steps().stream()
                .filter(each -> !each.recorded() && each.file() instanceof JavaFile)
                .map(each -> each.name() + " (" + each.file().name() + ")")
                .toList();
        boolean versioned = plan.steps().stream()
                .anyMatch(each ->
                        each.file() instanceof JavaFile && each.findVersion().isPresent());
        if (!classes.isEmpty()) {
            throw Problem.of(
                            ProblemCode.JAVA_MIGRATION,
                            "What a class does cannot be written as SQL: " + String.join(", ", classes) + ".",
                            !versioned
                                    ? "Leave FROM away, and the script is made from what the database has: a"
                                            + " repeatable class that has run as it is now is not in it."
                                    : "Write scripts up to it and from it on, and let 'migrations upgrade' or 'downgrade' run"
                                            + " what lies between, with a connection.")
                    .asException();
        }
    }

    private int show(Plan plan, Histories histories, Map<String, ModuleHistory> known) {
        refuseJava(plan);
        Migrations migrations = workspace.migrations();
        RunOrigin here = Origin.of(root.words());
        return root.console()
                .show(new SqlScript(
                        plan.isEmpty()
                                ? "-- Nothing to do.\n"
                                : OfflineScript.of(
                                        migrations,
                                        plan,
                                        new Scripts(migrations).read(plan),
                                        histories,
                                        OfflineGuard.of(migrations, known),
                                        run.settings(),
                                        new RunOrigin(here.command(), here.toolVersion(), null, null))));
    }

    /** The modules with steps, and those that they build on. */
    private Map<String, ModuleHistory> concerned(Plan plan, Histories histories) {
        Map<String, ModuleHistory> known = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            workspace.modules().dependenciesOf(step.module()).forEach(each -> known.put(each, histories.of(each)));
            known.put(step.module(), histories.of(step.module()));
        }
        return known;
    }

    private static Map<String, Version> read(Path file) {
        try {
            Map<String, Version> current = new HashMap<>();
            JsonNode modules = JsonMapper.shared().readTree(JsonText.read(file)).path("modules");
            if (!modules.isArray()) {
                throw unreadable(file, "it has no \"modules\"");
            }
            for (JsonNode each : modules) {
                String version = each.path("current").asString("");
                if (!version.isEmpty()) {
                    current.put(
                            each.path("module").asString(""),
                            Version.find(version)
                                    .orElseThrow(() -> unreadable(file, "'" + version + "' is no version")));
                }
            }
            return current;
        } catch (IOException e) {
            throw unreadable(file, FileReason.of(file, e));
        } catch (JacksonException e) {
            throw unreadable(file, "it is not JSON");
        }
    }

    private static ProblemException unreadable(Path file, String why) {
        return Problem.of(
                        ProblemCode.INVALID_OPTION,
                        "'" + file + "' does not say where a database is: " + why + ".",
                        "Make it with: migrations current --output json > " + file)
                .asException();
    }

    private record SqlScript(String text) implements Report {

        @Override
        public void print(Console console) {
            console.text(text);
        }

        @Override
        public Map<String, Object> json() {
            return Json.object("sql", text);
        }
    }
}

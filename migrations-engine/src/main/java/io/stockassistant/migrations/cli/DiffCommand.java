package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.database.Database;
import io.stockassistant.migrations.diff.Sides;
import io.stockassistant.migrations.diff.Sides.Side;
import io.stockassistant.migrations.diff.Source;
import io.stockassistant.migrations.drift.LiveDatabase;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.replay.SchemaOwners;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists in what two databases differ, whatever they are given as. */
@Command(
        name = "diff",
        header = "Lists in what two databases differ: files, modules, databases.",
        description = {
            "",
            "FROM and TO are each a .sql file, a folder of modules, 'migrations' (all of the modules at hand), "
                    + "'database' (the one that the settings name), or a URL. Files and migrations are run on a "
                    + "throw-away database; nothing is written to any other. Ends with 3 when there are differences."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations diff migrations database",
            "  migrations diff dump.sql migrations",
            "  migrations diff postgres://staging/shop postgres://production/shop"
        })
final class DiffCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(index = "0", paramLabel = "FROM", description = "What is compared.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "With what it is compared.")
    private String to = "";

    @Mixin
    private ShadowOptions shadows = new ShadowOptions();

    @Override
    public Integer call() {
        Source one = source(from);
        Source other = source(to);
        try (Workspace workspace = root.openWorkspace()) {
            Modules hidden = hidden(workspace, List.of(one, other));
            Map<Source, LiveDatabase> live = new LinkedHashMap<>();
            for (Source each : List.of(one, other)) {
                if (each.isLive()) {
                    live.put(each, read(workspace, each, hidden));
                }
            }
            refuseOtherVersions(live);
            List<Difference> differences = compare(workspace, one, other, live, hidden);
            return root.console().show(new Differing(differences, new SchemaOwners(hidden)));
        }
    }

    private static Source source(String text) {
        Source source = Source.parse(text);
        if (source instanceof Source.Models) {
            throw Problem.of(
                            ProblemCode.NOT_COMPARABLE,
                            "'models' cannot be compared yet.",
                            "Compare what is there: migrations diff migrations database")
                    .asException();
        }
        return source;
    }

    /** Histories are no part of what modules want; those of all modules that are known are left out. */
    private static Modules hidden(Workspace workspace, List<Source> sources) {
        Map<String, Module> modules = new LinkedHashMap<>();
        for (Source each : sources) {
            if (each instanceof Source.ModuleFolder folder) {
                Modules.of(ModuleSource.folder(folder.path()))
                        .list()
                        .forEach(module -> modules.put(module.name(), module));
            }
        }
        if (sources.stream().anyMatch(each -> each.isLive() || each instanceof Source.AllMigrations)) {
            listModules(workspace).forEach(module -> modules.putIfAbsent(module.name(), module));
        }
        Set<String> names = modules.keySet();
        return Modules.of(modules.values().stream()
                .map(each -> new Module(
                        each.name(),
                        each.schema(),
                        each.history(),
                        each.dependsOn().stream().filter(names::contains).collect(Collectors.toSet()),
                        each.location()))
                .toList());
    }

    private static List<Module> listModules(Workspace workspace) {
        try {
            return workspace.modules().list();
        } catch (ProblemException e) {
            if (e.problems().get(0).code() == ProblemCode.NO_MODULES) {
                return List.of(); // two databases compare without any
            }
            throw e;
        }
    }

    private LiveDatabase read(Workspace workspace, Source source, Modules hidden) {
        if (source instanceof Source.Url url) {
            Database database = workspace.target().other(url.url());
            try (Connection connection = database.open("diff")) {
                return LiveDatabase.read(connection, hidden);
            } catch (SQLException e) {
                throw TargetDatabase.refused(e, database.settings());
            }
        }
        return workspace.target().query(connection -> LiveDatabase.read(connection, hidden));
    }

    private static void refuseOtherVersions(Map<Source, LiveDatabase> live) {
        List<Integer> majors =
                live.values().stream().map(LiveDatabase::major).distinct().toList();
        if (majors.size() > 1) {
            throw Problem.of(
                            ProblemCode.NOT_COMPARABLE,
                            "One database is on PostgreSQL " + majors.get(0) + ", the other on " + majors.get(1)
                                    + ": what they say of the same objects differs.",
                            "Compare the schema of one (pg_dump --schema-only) as a file with the other.")
                    .asException();
        }
    }

    private List<Difference> compare(
            Workspace workspace, Source one, Source other, Map<Source, LiveDatabase> live, Modules hidden) {
        LiveDatabase read = live.get(one);
        LiveDatabase second = live.get(other);
        if (read != null && second != null) {
            return read.catalog().differences(second.catalog());
        }
        OptionalInt major = live.values().stream().mapToInt(LiveDatabase::major).findFirst();
        String command = "migrations " + CommandText.of(root.words());
        try (Shadow shadow = major.isPresent()
                        ? workspace.target().shadowBeside(shadows, major.getAsInt(), command)
                        : workspace.target().shadow(shadows);
                Sides sides = new Sides(shadow, new Replay(Origin.of(root.words()), root.interruption()), hidden)) {
            List<Side> both = new ArrayList<>();
            for (Source each : List.of(one, other)) {
                try {
                    both.add(side(workspace, sides, each, live));
                } catch (SQLException e) {
                    throw VerifyCommand.failed(shadow, e);
                }
            }
            return differences(shadow, both.get(0), both.get(1));
        }
    }

    private static List<Difference> differences(Shadow shadow, Side from, Side to) {
        try {
            return Sides.differences(from, to);
        } catch (SQLException e) {
            throw VerifyCommand.failed(shadow, e);
        }
    }

    private static Side side(Workspace workspace, Sides sides, Source source, Map<Source, LiveDatabase> live)
            throws SQLException {
        LiveDatabase read = live.get(source);
        if (read != null) {
            return new Side(read.catalog(), Optional.empty());
        }
        if (source instanceof Source.SqlFile file) {
            return sides.build(file.path());
        }
        return source instanceof Source.ModuleFolder folder
                ? sides.build(Migrations.list(Modules.of(ModuleSource.folder(folder.path())), workspace::placeholders))
                : sides.build(workspace.migrations());
    }

    private record Differing(List<Difference> differences, SchemaOwners schemas) implements Report {

        @Override
        public ExitStatus exitStatus() {
            return differences.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
        }

        @Override
        public void print(Console console) {
            DifferenceLines.ofSides(differences).forEach(console::line);
            int count = differences.size();
            console.line(count == 0 ? "No differences." : count == 1 ? "1 difference." : count + " differences.");
        }

        @Override
        public Map<String, Object> json() {
            return Json.object("differences", DifferenceLines.json(differences, schemas));
        }
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.diff.Side;
import io.stockassistant.migrations.diff.Sides;
import io.stockassistant.migrations.diff.Source;
import io.stockassistant.migrations.diff.Way;
import io.stockassistant.migrations.diff.Ways;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.replay.SchemaOwners;
import io.stockassistant.migrations.shadow.Shadow;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists in what two databases differ, whatever they are given as, and writes the script between them. */
@Command(
        name = "diff",
        header = "Lists in what two databases differ (files, modules, databases), or writes the script between them.",
        description = {
            "",
            "FROM and TO are each a .sql file, a folder of modules, 'models' or 'migrations' (all of the modules at "
                    + "hand), 'database' (the one that the settings name), or a URL. Files, models and migrations are "
                    + "run on a throw-away database; nothing is written to any other. Ends with 3 when there are "
                    + "differences.",
            "",
            "--output sql prints the script that makes FROM what TO is, and nothing else; above each statement stands "
                    + "what it may do to rows and to others. It ends with 0, also where nothing is to do and the script "
                    + "is empty. It is proven first, on a copy with rows in every table: afterwards FROM is what TO is, "
                    + "and rows have lost nothing of which no statement warned. Rows in the way of a statement that "
                    + "warns of them (DATA_DEPENDENT) do not count. What cannot be written or proven is an error that "
                    + "names it. --output json has both directions."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations diff migrations database",
            "  migrations diff migrations models",
            "  migrations diff dump.sql migrations --output sql",
            "  migrations diff postgres://staging/shop postgres://production/shop"
        })
final class DiffCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(index = "0", paramLabel = "FROM", description = "What is compared.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "With what it is compared.")
    private String to = "";

    @Option(names = "--reverse", description = "With --output sql: the script that makes TO what FROM is.")
    private boolean reverse;

    @Mixin
    private ShadowOptions shadows = new ShadowOptions();

    @Override
    public Integer call() {
        refuseReverseOfList();
        Source one = Source.parse(from);
        Source other = Source.parse(to);
        try (Workspace workspace = root.openWorkspace()) {
            DiffSides all = new DiffSides(workspace, List.of(one, other), wantsScripts());
            if (!wantsScripts() && all.areAllLive(List.of(one, other))) {
                return showList(
                        all.ofLive(one).catalog().differences(all.ofLive(other).catalog()));
            }
            try (Shadow shadow = shadow(workspace, all.findMajor());
                    Sides sides = new Sides(shadow, root.replay(), all.hidden())) {
                return ShadowWork.on(shadow, () -> show(all.of(one, sides), all.of(other, sides), sides, all.hidden()));
            }
        }
    }

    private int show(Side begin, Side end, Sides sides, Modules hidden) throws SQLException {
        sides.listRemarks().forEach(root.console()::remark);
        return wantsScripts()
                ? showScript(sides.ways(begin, end, Libraries.engines().schemas()), new SchemaOwners(hidden))
                : showList(begin.differences(end));
    }

    private boolean wantsScripts() {
        return root.wantsSql() || root.console().isJson();
    }

    private void refuseReverseOfList() {
        if (reverse && !root.wantsSql()) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--reverse is about the script, and a list is asked for.",
                            "Add --output sql; JSON has both directions, and for the list exchange FROM and TO.")
                    .asException();
        }
    }

    private Shadow shadow(Workspace workspace, OptionalInt major) {
        return major.isPresent()
                ? workspace.shadows().open(shadows, major.getAsInt(), "migrations " + CommandText.of(root.words()))
                : workspace.target().shadow(shadows);
    }

    private int showList(List<Difference> differences) {
        return root.console().show(new DifferingSides(differences, "migrations " + CommandText.of(root.words())));
    }

    private int showScript(Ways ways, SchemaOwners owners) throws SQLException {
        if (root.console().isJson()) {
            return root.console().show(new BothWays(ways.differences(), ways.forward(), ways.reverse(), owners));
        }
        String direction = reverse ? "reverse" : "forward";
        Way way = reverse ? ways.reverse() : ways.forward();
        way.throwIfUnproved(direction);
        way.listRemarks().forEach(root.console()::remark);
        return root.console().show(new OneWay(way));
    }
}

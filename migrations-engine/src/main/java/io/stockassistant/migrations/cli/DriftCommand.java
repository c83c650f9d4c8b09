package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.catalog.ObjectPattern;
import io.stockassistant.migrations.drift.Drift;
import io.stockassistant.migrations.drift.DriftFound;
import io.stockassistant.migrations.drift.LiveDatabase;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.replay.SchemaOwners;
import io.stockassistant.migrations.shadow.Shadow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Finds what was changed in a database beside its migrations. */
@Command(
        name = "drift",
        header = "Compares the database with what its applied migrations build on a throw-away one.",
        description = {
            "",
            "Nothing is written to the database. What migrations made is compared wherever it stands; what they did "
                    + "not make, in the modules' schemas. Objects of extensions, and of roles who never ran a "
                    + "migration, are left alone. Ends with 3 when there are differences."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  migrations drift",
            "  migrations drift --ignore \"table shop.orders_2*\"    partitions that an application adds",
            "  migrations drift --ignore \"*:options\"               storage settings of whatever object"
        })
final class DriftCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Mixin
    private ShadowOptions shadows = new ShadowOptions();

    @Option(
            names = "--ignore",
            arity = "1..*",
            paramLabel = "[KIND] NAME[:PROPERTY]",
            description = "What does not matter, as the report names it; * stands for any characters.")
    private List<String> ignored = List.of();

    @Override
    public Integer call() {
        List<ObjectPattern> patterns =
                ignored.stream().map(DriftCommand::pattern).toList();
        try (Workspace workspace = root.openWorkspace()) {
            ProblemException.throwIfAny(workspace.planner().fileProblems());
            LiveDatabase live =
                    workspace.target().query(connection -> LiveDatabase.read(connection, workspace.modules()));
            String command = "migrations " + CommandText.of(root.words());
            try (Shadow shadow = workspace.shadows().open(shadows, live.major(), command)) {
                DriftFound found = compare(workspace, shadow, live, patterns);
                return root.console().show(new DriftReport(found, new SchemaOwners(workspace.modules())));
            }
        }
    }

    private DriftFound compare(Workspace workspace, Shadow shadow, LiveDatabase live, List<ObjectPattern> patterns) {
        Drift drift = new Drift(workspace.migrations(), shadow, root.replay());
        return ShadowWork.on(shadow, () -> drift.compare(live, patterns));
    }

    private static ObjectPattern pattern(String text) {
        return ObjectPattern.find(text)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.INVALID_OPTION,
                                "--ignore is '" + text + "', and begins with no kind of object. Kinds are: "
                                        + String.join(", ", ObjectPattern.kinds()) + ".",
                                "For example: --ignore \"table shop.tmp_*\", or --ignore \"*:comment\"")
                        .asException());
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.plan.Revisions;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows one migration or backfill, from the files; of a backfill also how far it is, where a database can say so. */
@Command(
        name = "show",
        header = "Shows one migration or backfill: its files, what it depends on, its SQL. Needs no database.",
        description = {
            "",
            "Of a backfill also what it walks through, what waits for it and, where a database is configured, how far "
                    + "it is."
        },
        footerHeading = "%nExample:%n",
        footer = {"  migrations show llm-platform@head", "  migrations show data-engineering@20260212"})
final class ShowCommand implements Callable<Integer> {

    @ParentCommand
    private MigrationsCommand root;

    @Parameters(
            paramLabel = "REVISION",
            description =
                    "MODULE@VERSION, MODULE@head, or VERSION, of which the beginning is enough; or MODULE@R__words.")
    private String revision = "";

    @Override
    public Integer call() {
        try (Workspace workspace = root.openWorkspace()) {
            Migrations migrations = workspace.migrations();
            return root.console()
                    .show(
                            ShownRepeatable.isMeant(revision)
                                    ? ShownRepeatable.get(migrations, revision)
                                    : shown(workspace, new Revisions(migrations).getAddress(revision)));
        }
    }

    private static Report shown(Workspace workspace, Revision address) {
        Migrations migrations = workspace.migrations();
        Optional<Backfill> backfill = migrations.findBackfill(address);
        if (backfill.isPresent()) {
            return ShownBackfill.of(workspace, backfill.get());
        }
        Migration migration = migrations.find(address).orElseThrow();
        return new Shown(migration, migrations.listBackfillsNeededBy(migration));
    }

    /** @param backfills those that it depends on */
    private record Shown(Migration migration, List<Backfill> backfills) implements Report {

        private String named(Revision revision) {
            return backfills.stream()
                    .filter(each -> each.revision().equals(revision))
                    .findFirst()
                    .map(each -> revision + " (backfill: " + each.description() + ")")
                    .orElseGet(revision::toString);
        }

        @Override
        public void print(Console console) {
            console.line(console.styled("bold", migration.revision().toString()) + "  " + migration.description());
            migration.upgrade().header().dependsOn().forEach(each -> console.line("depends on  " + named(each)));
            migration
                    .findDowngrade()
                    .flatMap(each -> each.header().findIrreversible())
                    .ifPresent(why -> console.line("irreversible  " + why));
            Integer checksum = migration.upgrade().checksum();
            console.line("checksum    " + (checksum == null ? "none" : checksum.toString()));
            ShownScript.print(console, "upgrade", migration.upgrade());
            migration
                    .findDowngrade()
                    .ifPresentOrElse(
                            each -> ShownScript.print(console, "downgrade", each),
                            () -> console.line("downgrade   none: it cannot be undone"));
        }

        @Override
        public Map<String, Object> json() {
            List<String> dependsOn = migration.upgrade().header().dependsOn().stream()
                    .map(Revision::toString)
                    .toList();
            return Json.object(
                    "module",
                    migration.module(),
                    "version",
                    migration.version().toString(),
                    "description",
                    migration.description(),
                    "checksum",
                    Optional.ofNullable(migration.upgrade().checksum()),
                    "dependsOn",
                    dependsOn,
                    "backfills",
                    backfills.isEmpty()
                            ? null
                            : backfills.stream().map(Backfill::toString).toList(),
                    "irreversible",
                    migration.findDowngrade().flatMap(each -> each.header().findIrreversible()),
                    "upgrade",
                    ShownScript.json(migration.upgrade()),
                    "downgrade",
                    migration.findDowngrade().map(ShownScript::json));
        }
    }
}

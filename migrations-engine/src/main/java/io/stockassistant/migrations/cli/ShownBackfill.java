package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillHeader;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.BackfillScript;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A backfill, from its file, and how far it is.
 *
 * @param header what it walks through; empty where the file does not say it
 * @param needs the migrations that have to be applied before
 * @param waiting what names it in its header
 * @param state empty where no database says it
 */
record ShownBackfill(
        Backfill backfill,
        Optional<BackfillHeader> header,
        Set<Revision> needs,
        List<Revision> waiting,
        Optional<BackfillShown> state)
        implements Report {

    static ShownBackfill of(Workspace workspace, Backfill backfill) {
        Migrations migrations = workspace.migrations();
        Optional<BackfillShown> state = findState(workspace, backfill);
        workspace.lookAtFilesOnly();
        var module = migrations.modules().get(backfill.module());
        return new ShownBackfill(
                backfill,
                new BackfillReader(module, workspace.placeholders().of(module))
                        .read(backfill, new ArrayList<>())
                        .map(BackfillScript::header),
                migrations.listNeededBy(backfill),
                listWaiting(migrations, backfill.revision()),
                state);
    }

    /** An embedded server is not started for this. */
    private static Optional<BackfillShown> findState(Workspace workspace, Backfill backfill) {
        if (workspace.target().isEmbedded()) {
            return Optional.empty();
        }
        try {
            return Optional.of(workspace.target().query(connection -> BackfillShown.read(backfill, connection)));
        } catch (ProblemException e) {
            if (e.exitStatus() != ExitStatus.DATABASE) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static List<Revision> listWaiting(Migrations migrations, Revision named) {
        return migrations.modules().list().stream()
                .flatMap(module -> Stream.concat(
                        migrations.list(module.name()).stream()
                                .filter(each ->
                                        each.upgrade().header().dependsOn().contains(named))
                                .map(Migration::revision),
                        migrations.listBackfills(module.name()).stream()
                                .filter(each -> each.file().header().dependsOn().contains(named))
                                .map(Backfill::revision)))
                .toList();
    }

    @Override
    public void print(Console console) {
        console.line(console.styled("bold", backfill.toString()) + "  " + backfill.description());
        header.ifPresent(each -> {
            console.line("table     " + each.table());
            console.line("key       " + String.join(", ", each.key()));
            each.findTodo().ifPresent(todo -> console.line("todo      " + todo));
        });
        needs.forEach(each -> console.line("needs     " + each));
        waiting.forEach(each -> console.line("awaited   by " + each));
        state.ifPresentOrElse(
                each -> each.printState(console),
                () -> console.line("state     not known here: migrations backfill show " + backfill));
        ShownScript.print(console, "backfill", backfill.file());
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "module", backfill.module(),
                "version", backfill.version().toString(),
                "description", backfill.description(),
                "checksum", backfill.checksum(),
                "table", header.map(BackfillHeader::table),
                "key", header.map(BackfillHeader::key),
                "todo", header.flatMap(BackfillHeader::findTodo),
                "dependsOn",
                        backfill.file().header().dependsOn().stream()
                                .map(Revision::toString)
                                .toList(),
                "needs", needs.stream().map(Revision::toString).toList(),
                "awaitedBy", waiting.stream().map(Revision::toString).toList(),
                "books", state.map(BackfillShown::json),
                "backfill", ShownScript.json(backfill.file()));
    }
}

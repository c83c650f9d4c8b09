package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.authoring.RebasedFiles;
import java.util.List;
import java.util.Map;

/**
 * What a rebase did, and whom it had asked.
 *
 * @param database the place whose history it looked at
 * @param branches those that others have, as git knows them
 */
record RebaseReport(RebasedFiles files, String database, List<String> branches) implements Report {

    @Override
    public void print(Console console) {
        if (files.renamed().isEmpty()) {
            console.line((files.updated().isEmpty() ? "Nothing to rebase" : "Nothing to rename")
                    + ": no pending migration has to move (applied: as in " + database
                    + (branches.isEmpty() ? "" : "; others have: " + String.join(", ", branches)) + ").");
        }
        files.renamed().forEach(each -> console.line("renamed  " + each));
        files.updated().forEach(each -> console.line("updated  " + ShortPath.of(each)));
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "renamed",
                files.renamed(),
                "updated",
                files.updated().stream().map(ShortPath::of).toList(),
                "database",
                database,
                "sharedBranches",
                branches);
    }
}

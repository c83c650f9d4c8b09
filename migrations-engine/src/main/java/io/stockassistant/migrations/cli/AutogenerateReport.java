package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.authoring.NewMigration;
import io.stockassistant.migrations.autogenerate.FormerName;
import io.stockassistant.migrations.autogenerate.Proposal;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.script.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was written from models. */
record AutogenerateReport(Proposal proposal, Optional<Version> version, List<String> files) implements Report {

    private static final int WIDTH = 110;

    static AutogenerateReport nothingToDo(Proposal proposal) {
        return new AutogenerateReport(proposal, Optional.empty(), List.of());
    }

    static AutogenerateReport wrote(Proposal proposal, NewMigration.Written written) {
        return new AutogenerateReport(
                proposal,
                Optional.of(written.version()),
                written.files().stream().map(ShortPath::of).toList());
    }

    @Override
    public void print(Console console) {
        hints().forEach(console::warn);
        if (files.isEmpty()) {
            console.line("Nothing to do: the migrations of " + proposal.module() + " build what its models ask for.");
            return;
        }
        proposal.upgrade().forEach(each -> {
            console.line("  " + inALine(each));
            each.hazards().forEach(hazard -> console.line("    " + hazard));
        });
        files.forEach(each -> console.line("wrote  " + each));
        console.line(proof());
        console.note("Read them, then type: migrations verify " + proposal.module() + " --all");
    }

    private static String inALine(SchemaStatement statement) {
        String line = statement.sql().strip().replaceAll("\\s+", " ");
        return line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line;
    }

    private String proof() {
        if (!proposal.doubts().isEmpty()) {
            return "Not proven: " + String.join(" ", proposal.doubts());
        }
        List<String> refusals = Stream.of(
                        proposal.proof().there(), proposal.proof().back())
                .flatMap(each -> each.refusals().stream())
                .map(each -> each.message().lines().findFirst().orElse("").replaceFirst("^ERROR: ", ""))
                .distinct()
                .toList();
        return "Proven up and down on a database with rows"
                + (proposal.withoutRows().isEmpty()
                        ? ""
                        : "; no row could be made for " + String.join(", ", proposal.withoutRows()))
                + (refusals.isEmpty()
                        ? ""
                        : "; but rows made it fail, and were removed for the rest: " + String.join("; ", refusals))
                + ".";
    }

    private List<String> hints() {
        return proposal.comparison().obsolete().stream()
                .map(AutogenerateReport::removeMe)
                .toList();
    }

    private static String removeMe(FormerName name) {
        return "@RenamedFrom(\"" + name.was() + "\") at " + name.where()
                + " has done its work: nothing is called so any more. Remove it.";
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "outcome", files.isEmpty() ? "nothing-to-do" : "written",
                "module", proposal.module(),
                "version", version.map(Version::toString).orElse(null),
                "files", files,
                "forward", statements(proposal.upgrade()),
                "reverse", statements(proposal.downgrade()),
                "proved",
                        Json.object(
                                "forward",
                                        proposal.proof()
                                                .there()
                                                .listDoubts(proposal.upgrade())
                                                .isEmpty(),
                                "reverse",
                                        proposal.proof()
                                                .back()
                                                .listDoubts(proposal.downgrade())
                                                .isEmpty()),
                "withoutRows", proposal.withoutRows(),
                "warnings", hints());
    }

    private static List<Map<String, Object>> statements(List<SchemaStatement> statements) {
        return statements.stream()
                .map(each -> Json.object(
                        "sql", each.sql(),
                        "hazards",
                                each.hazards().stream()
                                        .map(hazard -> hazard.code().name())
                                        .distinct()
                                        .toList()))
                .toList();
    }
}

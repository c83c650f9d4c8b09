package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.apply.Adoption;
import io.stockassistant.migrations.history.HistoryRow;
import io.stockassistant.migrations.module.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a shared history was split, or would be. */
record AdoptReport(Adoption adoption, boolean dryRun) implements Report {

    /** What goes where, for people. */
    static List<String> lines(Adoption adoption) {
        List<List<String>> rows = new ArrayList<>();
        adoption.rows()
                .forEach((module, own) -> rows.add(List.of(
                        module.name(),
                        module.history().toString(),
                        Integer.toString(own.size()),
                        own.get(own.size() - 1).script())));
        List<String> lines = new ArrayList<>(TextTable.lines(List.of("module", "history", "rows", "newest"), rows));
        adoption.left()
                .forEach(each -> lines.add("left behind: row " + each.row().rank() + " ("
                        + each.row().type() + ", " + each.row().script() + "): " + each.why()));
        return lines;
    }

    @Override
    public void print(Console console) {
        if (adoption.inPlace().isPresent()) {
            Module module = adoption.inPlace().get();
            console.line("Nothing to do: " + adoption.from() + " is the history of module " + module.name()
                    + " alone, and stays it.");
        } else if (adoption.isEmpty()) {
            console.line("Nothing to do: no module gets a row of " + adoption.from() + ".");
        } else if (dryRun) {
            lines(adoption).forEach(console::line);
            console.line("Nothing was changed. To do this: the same command with --yes instead of --dry-run.");
        } else {
            int rows = adoption.rows().values().stream().mapToInt(List::size).sum();
            console.line("Adopted: " + rows + (rows == 1 ? " row" : " rows") + " in the histories of "
                    + adoption.rows().size() + (adoption.rows().size() == 1 ? " module. " : " modules. ")
                    + adoption.from() + " is as it was, and no longer needed.");
        }
    }

    private String outcome() {
        if (adoption.isEmpty()) {
            return "nothing-to-do";
        }
        return dryRun ? "dry-run" : "adopted";
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "outcome",
                outcome(),
                "from",
                adoption.from().toString(),
                "modules",
                adoption.rows().entrySet().stream()
                        .map(each -> Json.object(
                                "module", each.getKey().name(),
                                "history", each.getKey().history().toString(),
                                "rows",
                                        each.getValue().stream()
                                                .map(AdoptReport::json)
                                                .toList()))
                        .toList(),
                "left",
                adoption.left().stream().map(AdoptReport::json).toList());
    }

    private static Map<String, Object> json(Adoption.Row row) {
        return Json.object(
                "rank",
                row.rank(),
                "version",
                Optional.ofNullable(row.said().version()),
                "type",
                row.type(),
                "script",
                row.script());
    }

    private static Map<String, Object> json(Adoption.Left left) {
        HistoryRow row = left.row();
        return Json.object(
                "rank",
                row.rank(),
                "version",
                Optional.ofNullable(row.version()),
                "type",
                row.type(),
                "script",
                row.script(),
                "why",
                left.why());
    }
}

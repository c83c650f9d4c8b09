package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.script.Version;
import io.stockassistant.migrations.squash.Squash;
import io.stockassistant.migrations.squash.Squash.SquashedModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files that a squash has changed. */
record SquashReport(Squash squash) implements Report {

    static List<String> lines(Squash squash, boolean done) {
        List<String> lines = new ArrayList<>();
        for (SquashedModule module : squash.modules()) {
            module.written()
                    .keySet()
                    .forEach(name -> lines.add(
                            (done ? "wrote    " : "write    ") + module.folder().resolve(name)));
            module.removed()
                    .forEach(name -> lines.add(
                            (done ? "removed  " : "remove   ") + module.folder().resolve(name)));
        }
        return lines;
    }

    @Override
    public void print(Console console) {
        lines(squash, true).forEach(console::line);
        int squashed = squash.modules().stream()
                .mapToInt(each -> each.replaced().size())
                .sum();
        int baselines = squash.modules().size();
        console.line("Squashed " + squashed + (squashed == 1 ? " migration" : " migrations") + " into " + baselines
                + (baselines == 1 ? " baseline" : " baselines")
                + ": from empty, old files and new ones built the same database.");
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "squashed", squash.modules().stream().map(SquashReport::json).toList());
    }

    private static Map<String, Object> json(SquashedModule module) {
        return Json.object(
                "module",
                module.module().name(),
                "version",
                module.version().toString(),
                "written",
                List.copyOf(module.written().keySet()),
                "removed",
                module.removed(),
                "replaces",
                module.replaced().stream().map(Version::toString).toList());
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.diff.Way;
import io.stockassistant.migrations.problem.ExitStatus;
import io.stockassistant.migrations.replay.SchemaOwners;
import java.util.List;
import java.util.Map;

/** In what two sides differ, and the scripts there and back, for programs. */
record BothWays(List<Difference> differences, Way forward, Way reverse, SchemaOwners owners) implements Report {

    @Override
    public ExitStatus exitStatus() {
        return differences.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    @Override
    public void print(Console console) {
        throw new IllegalStateException("people are given the list, or one script");
    }

    @Override
    public Map<String, Object> json() {
        return Json.object(
                "forward", statements(forward),
                "reverse", statements(reverse),
                "proved", Json.object("forward", forward.isProved(), "reverse", reverse.isProved()),
                "differences", DifferenceLines.json(differences, owners));
    }

    private static List<Map<String, Object>> statements(Way way) {
        return way.statements().stream().map(BothWays::statement).toList();
    }

    private static Map<String, Object> statement(SchemaStatement statement) {
        return Json.object(
                "sql", statement + "",
                "hazards",
                        statement.hazards().stream()
                                .map(each -> each.code().name())
                                .distinct()
                                .toList(),
                "transactional", statement.transactional());
    }
}

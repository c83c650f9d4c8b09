package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.problem.ExitStatus;
import java.util.List;
import java.util.Map;

/** In what two sides differ, for people. */
record DifferingSides(List<Difference> differences, String command) implements Report {

    @Override
    public ExitStatus exitStatus() {
        return differences.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }

    @Override
    public void print(Console console) {
        DifferenceLines.ofSides(differences).forEach(console::line);
        int count = differences.size();
        console.line(count == 0 ? "No differences." : count == 1 ? "1 difference." : count + " differences.");
        if (count > 0) {
            console.note("The script: " + command + " --output sql");
        }
    }

    @Override
    public Map<String, Object> json() {
        throw new IllegalStateException("programs are given the ways, too");
    }
}

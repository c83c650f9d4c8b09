package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.plan.HistoryEntry;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The contract with stock Flyway: both see every migration of a module in the same state. */
final class Agreement {

    private static final Map<String, HistoryEntry.State> STATES = Map.ofEntries(
            Map.entry("SUCCESS", HistoryEntry.State.APPLIED),
            Map.entry("OUT_OF_ORDER", HistoryEntry.State.APPLIED),
            Map.entry("BELOW_BASELINE", HistoryEntry.State.APPLIED),
            Map.entry("BASELINE", HistoryEntry.State.APPLIED),
            Map.entry("BASELINE_IGNORED", HistoryEntry.State.APPLIED),
            Map.entry("PENDING", HistoryEntry.State.PENDING),
            Map.entry("IGNORED", HistoryEntry.State.OUT_OF_ORDER),
            Map.entry("MISSING_SUCCESS", HistoryEntry.State.MISSING),
            Map.entry("FUTURE_SUCCESS", HistoryEntry.State.MISSING),
            Map.entry("FAILED", HistoryEntry.State.FAILED),
            Map.entry("MISSING_FAILED", HistoryEntry.State.FAILED),
            Map.entry("FUTURE_FAILED", HistoryEntry.State.FAILED));

    private Agreement() {}

    /** @param past versions that Flyway shows and we do not: of baselines before the last */
    static void check(Scene scene, String module, String... past) throws SQLException {
        Map<String, String> theirs = new TreeMap<>();
        scene.flyway(module).info().forEach((version, state) -> theirs.put(version, ours(state)));
        theirs.keySet().removeAll(List.of(past));
        assertThat(scene.runs().history().stream()
                        .filter(each -> each.module().equals(module))
                        .collect(Collectors.toMap(
                                each -> each.findVersion().map(Object::toString).orElse(each.description()),
                                each -> each.state().name())))
                .as("our states and those of Flyway")
                .containsExactlyInAnyOrderEntriesOf(theirs);
    }

    private static String ours(String state) {
        return STATES.containsKey(state) ? STATES.get(state).name() : "no counterpart of " + state;
    }

    /** No version is taken back twice without having been applied between. */
    static void checkRemovals(List<String> history) {
        Map<String, String> last = new TreeMap<>();
        for (String row : history) {
            String[] cells = row.split("\\|", -1);
            String before = last.put(cells[1], cells[0]);
            assertThat(cells[0].equals("DELETE") && !"SQL".equals(before))
                    .as("a DELETE row for what is not applied in " + history)
                    .isFalse();
        }
    }
}

package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Difference;
import java.util.List;

/**
 * What came of running a script on a clone that holds rows.
 *
 * @param differences between what it made and what it was to make; none where it is right
 * @param withoutRows tables that held none, since none could be made
 * @param refusals where rows of ours stood in the way; these were removed for the rest
 * @param lost values that are not there any more, or no more as they were
 */
public record ScriptProof(
        List<Difference> differences, List<String> withoutRows, List<Refusal> refusals, List<LostValues> lost) {

    /** A statement that rows make fail, with what the server said. */
    public record Refusal(SchemaStatement statement, String message) {}

    public ScriptProof {
        differences = List.copyOf(differences);
        withoutRows = List.copyOf(withoutRows);
        refusals = List.copyOf(refusals);
        lost = List.copyOf(lost);
    }
}

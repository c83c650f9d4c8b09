package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Difference;
import java.util.ArrayList;
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

    /**
     * Why it is no proof of these statements; nothing if they end where they should, and do to rows only what they say.
     * Rows for which a statement says that they can be in its way are no reason against it: without them the rest has
     * run.
     */
    public List<String> listDoubts(List<SchemaStatement> statements) {
        List<String> doubts = new ArrayList<>();
        differences.forEach(each -> doubts.add("it leaves a difference: " + each));
        refusals.stream()
                .filter(each -> !each.statement().has(HazardCode.DATA_DEPENDENT))
                .forEach(each -> doubts.add("rows make it fail: "
                        + (each.message() + " at: " + each.statement().sql()).replaceAll("\\s+", " ")));
        boolean destructive = statements.stream()
                .anyMatch(each -> each.has(HazardCode.DATA_LOSS) || each.has(HazardCode.REPLACES_OBJECT));
        if (!destructive) {
            lost.stream().filter(each -> !each.typeChanged()).forEach(each -> doubts.add("rows change: " + each));
        }
        return doubts;
    }
}

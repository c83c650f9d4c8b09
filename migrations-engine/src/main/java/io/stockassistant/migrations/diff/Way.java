package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.HazardCode;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.ScriptProof;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements that lead from one side to the other, and what came of running them on a copy that holds rows.
 *
 * @param staying what is too much on the one side, and left there
 */
public record Way(ChangeScript script, ScriptProof proof, List<String> staying) {

    public Way {
        staying = List.copyOf(staying);
    }

    /**
     * Whether it ends where it should, and does to rows nothing but what it says. Rows for which a statement says that
     * they can be in its way are no reason against it: without them the rest has run.
     */
    public boolean isProved() {
        return Stream.of(proof.differences(), listRefusals(), listLosses()).allMatch(List::isEmpty);
    }

    /**
     * Nothing, if it is proved.
     *
     * @param direction for the message: forward or reverse
     * @throws ProblemException {@code inexpressible-difference} otherwise
     */
    public void throwIfUnproved(String direction) {
        List<String> doubts = Stream.of(
                        proof.differences().stream().map(each -> "it leaves a difference: " + each),
                        listRefusals().stream(),
                        listLosses().stream())
                .flatMap(each -> each)
                .toList();
        if (!doubts.isEmpty()) {
            throw Refusals.unproved(direction, doubts).asException();
        }
    }

    private List<String> listRefusals() {
        return proof.refusals().stream()
                .filter(each -> !each.statement().has(HazardCode.DATA_DEPENDENT))
                .map(each -> "rows make it fail: " + each.message() + " at: "
                        + each.statement().sql())
                .toList();
    }

    private List<String> listLosses() {
        return isDestructive()
                ? List.of()
                : proof.lost().stream()
                        .filter(each -> !each.typeChanged())
                        .map(each -> "rows change: " + each)
                        .toList();
    }

    private boolean isDestructive() {
        return statements().stream()
                .anyMatch(each -> each.has(HazardCode.DATA_LOSS) || each.has(HazardCode.REPLACES_OBJECT));
    }

    /** What to know of it as a whole, for people: one sentence each. */
    public List<String> listRemarks() {
        return Stream.of(
                        staying.stream(),
                        script.likelyRenames().stream()
                                .map(each -> each.rename() + " may be a rename (" + each.because()
                                        + "): the script drops the one and makes the other."),
                        proof.withoutRows().stream()
                                .map(each -> "No row could be made for table " + each + ": it is proven without."))
                .flatMap(each -> each)
                .toList();
    }

    /** In their order. */
    public List<SchemaStatement> statements() {
        return script.statements();
    }
}

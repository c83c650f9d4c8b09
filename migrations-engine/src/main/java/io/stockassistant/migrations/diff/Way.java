package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.change.ChangeScript;
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

    /** Whether it ends where it should, and does to rows nothing but what it says. */
    public boolean isProved() {
        return proof.listDoubts(statements()).isEmpty();
    }

    /**
     * Nothing, if it is proved.
     *
     * @param direction for the message: forward or reverse
     * @throws ProblemException {@code inexpressible-difference} otherwise
     */
    public void throwIfUnproved(String direction) {
        List<String> doubts = proof.listDoubts(statements());
        if (!doubts.isEmpty()) {
            throw Refusals.unproved(direction, doubts).asException();
        }
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

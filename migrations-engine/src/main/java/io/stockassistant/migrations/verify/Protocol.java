package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.replay.ShadowFailure;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what proofs say. */
final class Protocol {

    private static final String DEPENDENT_OBJECTS = "2BP01";

    private final List<Revision> proved = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<String> replays = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final SortedMap<String, String> empty = new TreeMap<>();

    void proved(Migration migration) {
        proved.add(migration.revision());
    }

    void skipped(Skipped one) {
        skipped.add(one);
    }

    void replayed(String sentence) {
        replays.add(sentence);
    }

    void lost(Loss loss) {
        losses.add(loss);
    }

    /** @param tables by name, each with the reason why no row could be made for it */
    void leftEmpty(Map<String, String> tables) {
        empty.putAll(tables);
    }

    void found(Problem problem, List<Difference> differences) {
        findings.add(new Finding(problem, differences));
    }

    /**
     * A step did not run.
     *
     * @param when what was being proven, as the end of a sentence
     * @throws io.stockassistant.migrations.problem.ProblemException if that is because somebody wants to stop
     */
    void failed(Failure failure, String when) {
        if (failure.code() == ProblemCode.INTERRUPTED) {
            throw ShadowFailure.interrupted(failure).asException();
        }
        Problem problem = new Problem(
                DEPENDENT_OBJECTS.equals(failure.sqlState()) ? ProblemCode.MISSING_DEPENDENCY : failure.code(),
                failure.step().module(),
                failure.step().findVersion().map(Object::toString).orElse(null),
                ShadowFailure.place(failure),
                failure.step().name() + " failed " + when + ", at " + ShadowFailure.place(failure) + ": "
                        + ShadowFailure.message(failure) + ".",
                ShadowFailure.remedy(failure, failure.remedy()));
        found(problem, List.of());
    }

    int findings() {
        return findings.size();
    }

    Verified result() {
        return new Verified(proved, skipped, replays, findings, losses, empty);
    }
}

package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.change.ScriptProof;

/**
 * What came of running parts on a clone that holds rows.
 *
 * @param there all upgrades
 * @param back all downgrades; the differences are those between what each left and what there was before its upgrade
 */
public record ProvenRollout(ScriptProof there, ScriptProof back) {

    /** Whether every part leads where it should, whatever rows lost on the way. */
    public boolean isExact() {
        return there.differences().isEmpty() && back.differences().isEmpty();
    }
}

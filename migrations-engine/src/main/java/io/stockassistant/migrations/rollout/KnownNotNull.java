package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.change.SchemaStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A NOT NULL of which the server knows from a check that it holds, so that it reads no rows.
 *
 * @param replaced where the statements stand
 * @param set the one that sets it
 * @param dropped the one that drops the check, if there is one: the check has to be there until then
 */
record KnownNotNull(Set<Integer> replaced, SchemaStatement set, List<SchemaStatement> dropped) implements AtOnce {

    @Override
    public List<SchemaStatement> first() {
        List<SchemaStatement> statements = new ArrayList<>(List.of(set.with(Sentences.withoutScan(set))));
        statements.addAll(dropped);
        return statements;
    }
}

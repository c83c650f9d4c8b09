package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.change.SchemaStatement;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A way to do what a statement does without holding others up. */
sealed interface Safer permits AtOnce, CheckedLater, IndexChange, ProvenNotNull {

    /** The places in the script of the statements that it replaces. */
    Set<Integer> replaced();

    /** Where {@link #first} stands, which is one of those places. */
    default int position() {
        return Collections.max(replaced());
    }

    /** What stands in the main part instead. */
    List<SchemaStatement> first();

    /**
     * What takes {@link #first} back, before the rest of the way back is looked for: nobody has to understand a
     * constraint that is not valid then.
     */
    List<SchemaStatement> firstBack();

    /** Where the rest stands. */
    Place place();

    /**
     * The rest.
     *
     * @param settled what there is after the main part
     * @param wanted what there is in the end
     */
    List<SchemaStatement> later(Catalog settled, Catalog wanted);

    /** What takes the rest back. */
    List<SchemaStatement> back(Catalog settled, Catalog wanted);
}

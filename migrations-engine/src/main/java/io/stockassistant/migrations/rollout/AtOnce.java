package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.change.SchemaStatement;
import java.util.List;

/** One that is done where it stands: the server has nothing to read, so nothing is left for later. */
sealed interface AtOnce extends Safer permits KnownNotNull, ReferringColumn {

    /** The comparison finds the way back. */
    @Override
    default List<SchemaStatement> firstBack() {
        return List.of();
    }

    @Override
    default Place place() {
        return Place.MAIN;
    }

    @Override
    default List<SchemaStatement> later(Catalog settled, Catalog wanted) {
        return List.of();
    }

    @Override
    default List<SchemaStatement> back(Catalog settled, Catalog wanted) {
        return List.of();
    }
}

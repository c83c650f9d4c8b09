package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Rereading;
import java.sql.Connection;
import java.util.List;

/**
 * How far the way from one schema to another has come.
 *
 * @param work to a clone of the one, in which all statements so far have run
 * @param now what it holds
 * @param wanted what it is to hold
 */
record Stage(Connection work, Extent extent, Catalog now, Catalog wanted) {

    /** What is still to do. Where two expressions only look alike, nothing is. */
    List<Difference> differences() {
        return new Rereading(work, now).real(wanted.differences(now));
    }
}

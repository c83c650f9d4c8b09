package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Kind;
import java.util.List;

/** What it means that a table becomes a partition, or is one no more. */
final class PartitionHazards {

    private PartitionHazards() {}

    static List<Hazard> attached(String table, String sql, Surroundings around) {
        String partition = sql.replaceFirst(".* ATTACH PARTITION ", "").replaceFirst(" .*", "");
        boolean existed = around.before().find(Kind.TABLE, table).isPresent()
                && around.before().find(Kind.TABLE, partition).isPresent();
        return existed
                ? List.of(
                        new Hazard(
                                HazardCode.DATA_DEPENDENT,
                                "Fails if a row of " + partition + " is outside of the bounds."),
                        new Hazard(HazardCode.LOCK, "Reads all of " + partition + " while nobody can use it."))
                : List.of();
    }

    static List<Hazard> detached(String table, String sql, Surroundings around) {
        String partition = sql.replaceFirst(".* DETACH PARTITION ", "").replaceFirst(" .*", "");
        boolean comesBack = around.after()
                .find(Kind.TABLE, partition)
                .filter(each -> each.has("partition of"))
                .isPresent();
        return comesBack
                ? List.of()
                : List.of(new Hazard(
                        HazardCode.BACKWARD_INCOMPATIBLE,
                        "Whoever reads " + table + " finds no row of " + partition + " there."));
    }
}

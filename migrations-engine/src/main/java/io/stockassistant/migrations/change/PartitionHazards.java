package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it means that a table becomes a partition, or is one no more. */
final class PartitionHazards {

    private PartitionHazards() {}

    static List<Hazard> attached(String table, String sql, Surroundings around) {
        String partition = sql.replaceFirst(".* ATTACH PARTITION ", "").replaceFirst(" .*", "");
        boolean existed = around.before().find(Kind.TABLE, table).isPresent()
                && around.before().find(Kind.TABLE, partition).isPresent();
        List<Hazard> found = new ArrayList<>(created(partition, around));
        if (existed) {
            found.add(new Hazard(
                    HazardCode.DATA_DEPENDENT, "Fails if a row of " + partition + " is outside of the bounds."));
            found.add(new Hazard(HazardCode.LOCK, "Reads all of " + partition + " while nobody can use it."));
        }
        return found;
    }

    /** What is in the default partition may belong into the new one. */
    static List<Hazard> created(String partition, Surroundings around) {
        Optional<String> table = around.after().find(Kind.TABLE, partition).flatMap(each -> each.find("partition of"));
        List<Hazard> found = new ArrayList<>();
        around.before().list(Kind.TABLE).stream()
                .filter(each -> table.isPresent() && each.find("partition of").equals(table))
                .filter(each -> each.find("bound").filter("DEFAULT"::equals).isPresent())
                .filter(each -> around.after()
                        .find(Kind.TABLE, each.qualified())
                        .filter(left -> left.find("partition of").equals(table))
                        .isPresent())
                .forEach(each -> {
                    found.add(new Hazard(
                            HazardCode.DATA_DEPENDENT,
                            "Fails if a row of " + each.qualified() + " belongs to " + partition + "."));
                    found.add(new Hazard(
                            HazardCode.LOCK,
                            "Reads all of " + each.qualified() + " while nobody can use " + table.get() + "."));
                });
        return found;
    }

    static List<Hazard> detached(String table, String sql, Surroundings around) {
        String partition = sql.replaceFirst(".* DETACH PARTITION ", "").replaceFirst(" .*", "");
        boolean comesBack = around.after()
                .find(Kind.TABLE, partition)
                .filter(each -> each.has("partition of"))
                .isPresent();
        List<Hazard> found = new ArrayList<>();
        if (around.before().list(Kind.CONSTRAINT).stream()
                .anyMatch(each -> each.get("definition").contains(" REFERENCES " + table + "("))) {
            found.add(new Hazard(
                    HazardCode.DATA_DEPENDENT, "Fails if a foreign key refers to a row of " + partition + "."));
        }
        if (!comesBack) {
            found.add(new Hazard(
                    HazardCode.BACKWARD_INCOMPATIBLE,
                    "Whoever reads " + table + " finds no row of " + partition + " there."));
        }
        return found;
    }
}

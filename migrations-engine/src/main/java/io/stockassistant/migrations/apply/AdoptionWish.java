package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.module.HistoryTable;
import java.util.Map;
import java.util.Set;

/**
 * What somebody asks of an adoption.
 *
 * @param from the history that several modules share
 * @param assigned modules by script, as the history calls it, where names cannot say whose it is
 * @param ignored scripts, as the history calls them, whose rows stay behind
 */
public record AdoptionWish(HistoryTable from, Map<String, String> assigned, Set<String> ignored) {

    public AdoptionWish {
        assigned = Map.copyOf(assigned);
        ignored = Set.copyOf(ignored);
    }
}

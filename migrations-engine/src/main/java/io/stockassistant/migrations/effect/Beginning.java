package io.stockassistant.migrations.effect;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was there before a migration. */
final class Beginning {

    private static final String CONSTRAINT = "table constraint";

    private final Map<Long, Relation> relations;
    private final Details details;
    private final Set<Long> made = new HashSet<>();

    Beginning(Map<Long, Relation> relations, Details details) {
        this.relations = relations;
        this.details = details;
    }

    Details details() {
        return details;
    }

    /** Notes what a statement has made. */
    void add(StatementEffects effects) {
        effects.commands().stream()
                .filter(each -> each.tag().startsWith("CREATE"))
                .map(DdlCommand::oid)
                .filter(each -> !relations.containsKey(each))
                .forEach(made::add);
    }

    /** Whether an object, or a column of one, had been there. */
    boolean had(String type, long oid, int column) {
        TableState table = details.tables().get(oid);
        if (column > 0 && table != null) {
            return table.findColumn(column).isPresent();
        }
        if (type.equals(CONSTRAINT)) {
            return details.tables().values().stream()
                    .anyMatch(each -> each.findConstraint(oid).isPresent());
        }
        return !made.contains(oid);
    }
}

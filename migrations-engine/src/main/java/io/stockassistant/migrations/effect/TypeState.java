package io.stockassistant.migrations.effect;

import java.util.Map;

/**
 * What a domain or an enum was at some moment. Names are written as in SQL.
 *
 * @param schema without quotes
 * @param notNull whether a domain takes no NULL
 * @param labels of an enum, by oid
 * @param constraints of a domain, by oid
 */
public record TypeState(
        long oid,
        String schema,
        String qualified,
        boolean notNull,
        Map<Long, String> labels,
        Map<Long, DomainConstraint> constraints) {

    /** @param definition as SQL writes it behind ADD CONSTRAINT and the name */
    public record DomainConstraint(String name, boolean validated, String definition) {}

    public TypeState {
        labels = Map.copyOf(labels);
        constraints = Map.copyOf(constraints);
    }
}

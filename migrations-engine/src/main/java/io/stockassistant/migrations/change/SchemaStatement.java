package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Kind;
import java.util.List;

/**
 * One statement on the way from one schema to another.
 *
 * @param kind of the object that it changes; {@link Kind#OTHER} for what changes none, such as a setting
 * @param object the qualified name of that object, as the catalog has it; empty where it changes none
 * @param sql its text without the semicolon at its end
 * @param transactional false when what comes after it needs it to be committed
 */
public record SchemaStatement(
        Action action, Kind kind, String object, String sql, boolean transactional, List<Hazard> hazards) {

    /** What happens to the object. */
    public enum Action {
        CREATE,
        ALTER,
        RENAME,
        DROP,
        /** Nothing: the statement is there for the others. */
        NONE
    }

    public SchemaStatement {
        hazards = List.copyOf(hazards);
    }

    /** One that runs in a transaction, and of which nothing is known yet. */
    public static SchemaStatement of(Action action, Kind kind, String object, String sql) {
        return new SchemaStatement(action, kind, object, sql, true, List.of());
    }

    /** The same with these hazards instead of those that it has. */
    public SchemaStatement with(List<Hazard> known) {
        return new SchemaStatement(action, kind, object, sql, transactional, known);
    }

    SchemaStatement alone() {
        return new SchemaStatement(action, kind, object, sql, false, hazards);
    }

    public boolean has(HazardCode code) {
        return hazards.stream().anyMatch(each -> each.code() == code);
    }

    @Override
    public String toString() {
        return sql + ";";
    }
}

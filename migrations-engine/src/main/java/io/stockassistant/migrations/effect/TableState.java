package io.stockassistant.migrations.effect;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a table was at some moment. Names are written as in SQL, in quotes where they need them.
 *
 * @param parent the oid of the table whose partition it is; otherwise 0
 * @param inherits the oids of the tables that it inherits from without being a partition
 * @param values what it takes as a partition, as SQL writes it behind PARTITION OF; otherwise empty
 * @param bounds the expression that is true for its rows, if it is a partition; otherwise empty
 * @param unlogged whether it is not written to the log
 * @param tablespace its oid; 0 for the database's own
 */
public record TableState(
        Relation relation,
        long parent,
        List<Long> inherits,
        String values,
        String bounds,
        boolean unlogged,
        long tablespace,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers) {

    /**
     * @param number which it keeps under another name
     * @param type as SQL writes it, with its length or precision, and its collation if that is another than usual
     * @param notNull not yet while the constraint that says so is not validated
     * @param defaultValue or the expression by which it is computed
     */
    public record Column(
            int number,
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultValue,
            boolean generated,
            boolean identity) {

        public Optional<String> findDefault() {
            return Optional.ofNullable(defaultValue);
        }
    }

    /** Which constraints there are, by the letter in the catalog. */
    public enum ConstraintKind {
        CHECK,
        FOREIGN_KEY,
        PRIMARY_KEY,
        NOT_NULL,
        UNIQUE,
        EXCLUSION,
        TRIGGER;

        static ConstraintKind of(String letter) {
            return switch (letter) {
                case "c" -> CHECK;
                case "f" -> FOREIGN_KEY;
                case "p" -> PRIMARY_KEY;
                case "n" -> NOT_NULL;
                case "u" -> UNIQUE;
                case "x" -> EXCLUSION;
                case "t" -> TRIGGER;
                default -> throw new IllegalArgumentException(letter);
            };
        }
    }

    /**
     * @param definition as SQL writes it behind ADD CONSTRAINT and the name
     * @param columns the numbers of those that it is about
     * @param target the oid of the table that a foreign key refers to; otherwise 0
     * @param index the oid of the index behind it; otherwise 0
     * @param inherited whether it is there because a parent has it
     */
    public record Constraint(
            long oid,
            String name,
            ConstraintKind kind,
            boolean validated,
            String definition,
            List<Integer> columns,
            long target,
            long index,
            boolean inherited) {}

    /**
     * @param definition the whole CREATE INDEX
     * @param columns the numbers of its key columns; 0 for an expression
     */
    public record Index(
            long oid,
            String name,
            boolean valid,
            boolean unique,
            boolean primary,
            boolean partial,
            String definition,
            List<Integer> columns) {}

    /** @param enabled the letter in the catalog */
    public record Trigger(long oid, String name, String enabled, String definition) {}

    public TableState {
        inherits = List.copyOf(inherits);
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
    }

    /** The same where another relation is meant: its schema has another name now. */
    TableState in(Relation now) {
        return now.equals(relation)
                ? this
                : new TableState(
                        now,
                        parent,
                        inherits,
                        values,
                        bounds,
                        unlogged,
                        tablespace,
                        columns,
                        constraints,
                        indexes,
                        triggers);
    }

    /** What is done to one of these is done to it, too. */
    public boolean isPartOf(Predicate<Long> oids) {
        return oids.test(parent) || inherits.stream().anyMatch(oids);
    }

    public Optional<Column> findColumn(int number) {
        return columns.stream().filter(each -> each.number() == number).findFirst();
    }

    public Optional<Constraint> findConstraint(long oid) {
        return constraints.stream().filter(each -> each.oid() == oid).findFirst();
    }

    public Optional<Index> findIndex(long oid) {
        return indexes.stream().filter(each -> each.oid() == oid).findFirst();
    }
}

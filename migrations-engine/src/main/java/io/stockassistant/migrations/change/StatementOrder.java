package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Puts the library's statements into the same order each time, where its own depends on that of the server's rows. */
final class StatementOrder {

    private static final Pattern NULLABLE = Pattern.compile(
            "ALTER TABLE (?:ONLY )?\\S+\\s+ALTER (?:COLUMN )?(?:\"(?:[^\"]|\"\")+\"|\\S+) DROP NOT NULL");

    private static final String DROPS = "DROP COLLATION ";

    private static final List<String> CONSTRAINTS = List.of(" PRIMARY KEY", " UNIQUE", " EXCLUDE", " CHECK");

    /** A foreign key needs a key, which may be of its own table. */
    private static final Comparator<SchemaStatement> ORDER =
            Comparator.comparingInt(StatementOrder::rank).thenComparing(SchemaStatement::object);

    private final List<SchemaStatement> ordered = new ArrayList<>();
    private final List<SchemaStatement> run = new ArrayList<>();

    private StatementOrder() {}

    /**
     * Constraints of a table that stand side by side are ordered by kind and name; a column may be null only when nothing
     * is there any more that forbids it, a primary key or an identity.
     */
    static List<SchemaStatement> of(List<SchemaStatement> statements) {
        StatementOrder order = new StatementOrder();
        statements.stream().filter(each -> !isNullable(each)).forEach(order::add);
        order.endRun();
        statements.stream().filter(StatementOrder::isNullable).forEach(order.ordered::add);
        return order.ordered;
    }

    /** Those that drop what columns use until all else is done. */
    static List<SchemaStatement> drops(List<SchemaStatement> statements) {
        return statements.stream()
                .filter(each ->
                        each.sql().startsWith(DROPS) && statements.stream().noneMatch(other -> isMadeAnew(each, other)))
                .toList();
    }

    private static boolean isMadeAnew(SchemaStatement dropped, SchemaStatement other) {
        String name = dropped.sql().substring(DROPS.length());
        return other.sql().startsWith("CREATE COLLATION " + name + " ");
    }

    private static boolean isNullable(SchemaStatement statement) {
        return NULLABLE.matcher(statement.sql()).matches();
    }

    private void add(SchemaStatement statement) {
        if (!run.isEmpty() && !belongs(statement, run.get(0))) {
            endRun();
        }
        if (isConstraint(statement)) {
            run.add(statement);
        } else {
            ordered.add(statement);
        }
    }

    private void endRun() {
        boolean drops = !run.isEmpty() && run.get(0).action() == Action.DROP;
        run.sort(drops ? ORDER.reversed() : ORDER);
        ordered.addAll(run);
        run.clear();
    }

    private static boolean isConstraint(SchemaStatement statement) {
        return statement.kind() == Kind.CONSTRAINT
                && (statement.action() == Action.CREATE || statement.action() == Action.DROP);
    }

    private static boolean belongs(SchemaStatement one, SchemaStatement other) {
        return isConstraint(one) && one.action() == other.action() && table(one).equals(table(other));
    }

    private static String table(SchemaStatement constraint) {
        return constraint.sql().split("\\s+(?:ADD|DROP) ", 2)[0];
    }

    private static int rank(SchemaStatement constraint) {
        for (int i = 0; i < CONSTRAINTS.size(); i++) {
            if (constraint.sql().contains(CONSTRAINTS.get(i))) {
                return i;
            }
        }
        return CONSTRAINTS.size();
    }
}

package io.stockassistant.migrations.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells expressions that are the same from those that only look alike. The server keeps an expression as it understood
 * it, and what it prints of that it may understand in another form the next time, and print that: {@code a IN ('x',
 * 'y')} on a varchar is the best known case. So the server itself is asked: it reads what was expected where the actual
 * object is, and both are the same if it then prints what it prints of that one.
 */
public final class Rereading {

    private static final String PROBE = "probe_of_migrations";
    private static final Pattern NAME_OF_INDEX =
            Pattern.compile("^CREATE (UNIQUE )?INDEX (?:\"(?:[^\"]|\"\")+\"|\\S+) ON");
    private static final Pattern NAME_OF_ACTION =
            Pattern.compile("^CREATE (CONSTRAINT TRIGGER|TRIGGER|RULE) (?:\"(?:[^\"]|\"\")+\"|\\S+) ");

    private final Connection connection;
    private final Catalog actual;

    private record Attempt(String statement, String query) {}

    /** @param connection to the database of the actual catalog, with automatic commit; nothing is changed in it */
    public Rereading(Connection connection, Catalog actual) {
        this.connection = connection;
        this.actual = actual;
    }

    /** The differences that are left when those are taken away that the server does not see. */
    public List<Difference> real(List<Difference> differences) {
        return differences.stream().filter(each -> !isSame(each)).toList();
    }

    private boolean isSame(Difference difference) {
        Optional<CatalogObject> object = actual.find(difference.kind(), difference.object());
        String expected = difference.expected();
        if (object.isEmpty() || expected == null || difference.actual() == null) {
            return false;
        }
        return findAttempt(object.get(), String.valueOf(difference.property()), expected)
                .flatMap(this::findPrinted)
                .filter(difference.actual()::equals)
                .isPresent();
    }

    private Optional<Attempt> findAttempt(CatalogObject object, String property, String expected) {
        boolean definition = property.equals("definition");
        return switch (object.kind()) {
            case CONSTRAINT -> Optional.of(constraint(object, expected)).filter(each -> definition);
            case COLUMN -> column(object, property, expected);
            case INDEX -> definition ? index(object, expected) : Optional.empty();
            case VIEW, MATERIALIZED_VIEW -> Optional.of(view(object, expected)).filter(each -> definition);
            case TRIGGER, RULE -> definition ? action(object, expected) : Optional.empty();
            case FUNCTION, PROCEDURE -> Optional.of(routine(object, expected)).filter(each -> definition);
            case POLICY -> policy(object, property, expected);
            default -> Optional.empty();
        };
    }

    private Attempt constraint(CatalogObject object, String expected) {
        boolean domain = actual.find(Kind.DOMAIN, object.parent()).isPresent();
        return new Attempt(
                "ALTER " + (domain ? "DOMAIN " : "TABLE ONLY ") + object.parent() + " ADD CONSTRAINT " + PROBE + " "
                        + expected,
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '" + PROBE + "'");
    }

    private static Optional<Attempt> column(CatalogObject object, String property, String expected) {
        String value = switch (property) {
            case "default" -> " DEFAULT " + expected;
            case "generated" -> " GENERATED ALWAYS AS (" + expected + ") STORED";
            default -> "";
        };
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attempt(
                        "ALTER TABLE ONLY " + object.parent() + " ADD COLUMN " + PROBE + " " + object.get("type")
                                + value,
                        "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef JOIN pg_attribute ON attrelid = adrelid AND"
                                + " attnum = adnum WHERE attname = '" + PROBE + "'"));
    }

    private static Optional<Attempt> index(CatalogObject object, String expected) {
        Matcher name = NAME_OF_INDEX.matcher(expected);
        return name.find()
                ? Optional.of(new Attempt(
                        name.replaceFirst("CREATE $1INDEX " + PROBE + " ON")
                                .replace("CREATE nullINDEX", "CREATE INDEX"),
                        "SELECT replace(pg_get_indexdef(oid), ' " + PROBE + " ON', ' ' || " + literal(object.name())
                                + " || ' ON') FROM pg_class WHERE relname = '" + PROBE + "'"))
                : Optional.empty();
    }

    private static Attempt view(CatalogObject object, String expected) {
        return new Attempt(
                "CREATE VIEW " + object.parent() + "." + PROBE + " AS " + expected,
                "SELECT pg_get_viewdef(oid) FROM pg_class WHERE relname = '" + PROBE + "'");
    }

    private static Optional<Attempt> action(CatalogObject object, String expected) {
        Matcher name = NAME_OF_ACTION.matcher(expected);
        boolean rule = object.kind() == Kind.RULE;
        return name.find()
                ? Optional.of(new Attempt(
                        name.replaceFirst("CREATE $1 " + PROBE + " "),
                        "SELECT replace(" + (rule ? "pg_get_ruledef(oid)" : "pg_get_triggerdef(oid)") + ", ' " + PROBE
                                + " ', ' ' || " + literal(object.name()) + " || ' ') FROM "
                                + (rule ? "pg_rewrite WHERE rulename" : "pg_trigger WHERE tgname") + " = '" + PROBE
                                + "' LIMIT 1"))
                : Optional.empty();
    }

    private static Attempt routine(CatalogObject object, String expected) {
        return new Attempt(
                expected, "SELECT pg_get_functiondef(" + object.address().oid() + ")");
    }

    private static Optional<Attempt> policy(CatalogObject object, String property, String expected) {
        boolean using = property.equals("using");
        return using || property.equals("with check")
                ? Optional.of(new Attempt(
                        "ALTER POLICY " + object.name() + " ON " + object.parent() + " " + property + " (" + expected
                                + ")",
                        "SELECT pg_get_expr(" + (using ? "polqual" : "polwithcheck")
                                + ", polrelid) FROM pg_policy WHERE oid = "
                                + object.address().oid()))
                : Optional.empty();
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** What the server prints of an attempt; nothing where it does not even understand it. */
    private Optional<String> findPrinted(Attempt attempt) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN; " + Fragments.SETTINGS + "; SET LOCAL check_function_bodies = off");
            try {
                statement.execute(attempt.statement());
                try (ResultSet row = statement.executeQuery(attempt.query())) {
                    @Nullable String printed = row.next() ? row.getString(1) : null;
                    return Optional.ofNullable(printed);
                }
            } finally {
                statement.execute("ROLLBACK");
            }
        } catch (SQLException notUnderstood) {
            return Optional.empty(); // then it stays a difference
        }
    }
}

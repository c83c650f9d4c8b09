package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.CatalogObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the server says about a column's default: whether it may give another value next time, and what it gives now. */
final class Defaults {

    /** What PostgreSQL answers where an expression must give the same value every time and may not. */
    private static final String NOT_IMMUTABLE = "42P17";

    /** What stays the same for a while: two replays may agree on it by chance. */
    private static final Pattern CLOCK_OR_SESSION =
            Pattern.compile("\\b(CURRENT_\\w+|SESSION_USER|USER|LOCALTIME\\w*|now\\(|\\w+_timestamp\\()");

    private final Connection connection;

    Defaults(Connection connection) {
        this.connection = connection;
    }

    /** Whether it may give another value next time. Sequences keep count: their values are the migrations' own. */
    boolean mayChange(CatalogObject column) throws SQLException {
        Optional<String> expression = column.find("default").filter(each -> !each.startsWith("nextval("));
        return expression.isPresent() && isMutable(expression.get());
    }

    /** The value of this day or this user, of a default that is one. */
    Optional<String> findValueOfNow(CatalogObject column) throws SQLException {
        Optional<String> expression = column.find("default")
                .filter(each -> CLOCK_OR_SESSION.matcher(each).find());
        return expression.isEmpty() ? Optional.empty() : Optional.ofNullable(value(column, expression.get()));
    }

    private boolean isMutable(String expression) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE probe (v integer)");
            try {
                statement.execute("CREATE INDEX ON pg_temp.probe (v) WHERE (" + expression + ") IS NOT NULL");
                return false;
            } catch (SQLException e) {
                if (NOT_IMMUTABLE.equals(e.getSQLState())) {
                    return true;
                }
                throw e;
            } finally {
                statement.execute("DROP TABLE pg_temp.probe");
            }
        }
    }

    private @Nullable String value(CatalogObject column, String expression) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            try (ResultSet row =
                    statement.executeQuery("SELECT CAST((" + expression + ") AS " + column.get("type") + ")")) {
                row.next();
                return row.getString(1);
            }
        }
    }
}

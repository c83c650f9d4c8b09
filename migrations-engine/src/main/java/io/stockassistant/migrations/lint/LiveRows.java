package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.database.FailedStatement;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.lint.RowQuestion.Named;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.script.Token;
import io.stockassistant.migrations.script.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts the questions of rules to a database in use, one after the other, each for a short time. */
public final class LiveRows {

    private static final int MOST_ROWS = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Of all questions together. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String CANCELLED = "57014";
    private static final String LOCKED = "55P03";

    private static final String COLUMNS = """
            SELECT quote_ident(a.attname), format_type(a.atttypid, a.atttypmod)
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
                WHERE c.oid = to_regclass(?) AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
            """;

    private static final String VOLATILE = """
            SELECT quote_ident(proname) FROM pg_catalog.pg_proc
                WHERE proname = ANY (?) AND (provolatile = 'v' OR prokind = 'p') ORDER BY 1 LIMIT 1
            """;

    private final QuietLook look;
    private final Duration longest;
    private final long end = System.nanoTime() + PATIENCE.toNanos();

    private LiveRows(QuietLook look, Duration longest) {
        this.look = look;
        this.longest = longest;
    }

    /**
     * Asks what there is to ask, and lets the findings say what was answered.
     *
     * @throws SQLException if the connection is lost
     */
    public static LintReport ask(Connection connection, LintReport report, LintSettings settings) throws SQLException {
        return ask(connection, report, settings, LONGEST);
    }

    /** @param longest that a question may take */
    static LintReport ask(Connection connection, LintReport report, LintSettings settings, Duration longest)
            throws SQLException {
        LiveRows rows = new LiveRows(new QuietLook(connection), longest);
        RowsSoFar soFar = new RowsSoFar(report.migrations());
        Map<Finding, Finding> answered = new HashMap<>();
        for (Finding each : report.findings()) {
            Optional<RowQuestion> question = each.findQuestion().filter(soFar::isAboutWhatWasThere);
            if (question.isPresent()) {
                RowAnswer answer = rows.answer(question.get());
                boolean mayBeMended = soFar.isWrittenBefore(question.get(), Objects.requireNonNull(each.effects()));
                answered.put(each, each.answered(question.get(), answer, mayBeMended, settings));
            }
        }
        return new LintReport(
                report.findings().stream()
                        .map(each -> answered.getOrDefault(each, each))
                        .toList(),
                report.migrations());
    }

    private RowAnswer answer(RowQuestion question) throws SQLException {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.compareTo(longest) < 0) {
            return new RowAnswer.Unknown("the questions before it took " + PATIENCE.toSeconds() + " s");
        }
        try {
            return look.look(longest, connection -> answer(connection, question));
        } catch (SQLException e) {
            if (FailedStatement.isConnectionLost(e)) {
                throw e;
            }
            return new RowAnswer.Unknown(reason(e));
        }
    }

    private String reason(SQLException e) {
        if (CANCELLED.equals(e.getSQLState())) {
            return "the server did not find out within " + longest.toSeconds() + " s";
        }
        return LOCKED.equals(e.getSQLState()) ? "somebody has locked the table" : FailedStatement.text(e);
    }

    private static RowAnswer answer(Connection connection, RowQuestion question) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL TimeZone = 'UTC'; SET LOCAL search_path = "
                    + Identifiers.quote(question.schema()) + ", \"$user\", public");
        }
        for (Named each : question.tables()) {
            Optional<Column> other = findOther(connection, each);
            if (other.isPresent()) {
                return new RowAnswer.Unknown(each.table().relation() + "."
                        + other.get().name() + " is not there as " + other.get().type());
            }
        }
        Optional<String> function = findVolatile(connection, question.rows());
        if (function.isPresent()) {
            return new RowAnswer.Unknown(function.get() + " is volatile, and a question calls no such function");
        }
        return count(connection, question.rows());
    }

    /** One of the columns that are asked for which is not there, or is of another type. */
    private static Optional<Column> findOther(Connection connection, Named named) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, named.table().relation().qualified());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.put(row.getString(1), row.getString(2));
                }
            }
        }
        return named.columns().stream()
                .flatMap(each -> named.table().findColumn(each).stream())
                .filter(each -> !typeOf(each).equals(columns.get(each.name())))
                .findFirst();
    }

    private static String typeOf(Column column) {
        return column.type().replaceFirst(" COLLATE .*", "");
    }

    /** What a file that somebody proposes calls, it may call for the sake of what it does. */
    private static Optional<String> findVolatile(Connection connection, String sql) throws SQLException {
        List<Token> tokens = Tokens.of(sql);
        String[] called = IntStream.range(1, tokens.size())
                .filter(each -> tokens.get(each).is("(") && tokens.get(each - 1).isName())
                .mapToObj(each -> tokens.get(each - 1).text())
                .distinct()
                .toArray(String[]::new);
        try (PreparedStatement statement = connection.prepareStatement(VOLATILE)) {
            statement.setArray(1, connection.createArrayOf("text", called));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static RowAnswer count(Connection connection, String rows) throws SQLException {
        String sql = "SELECT count(*), to_char(now(), 'YYYY-MM-DD HH24:MI') || ' UTC' FROM (" + rows + " LIMIT "
                + MOST_ROWS + ") part";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long count = row.getLong(1);
            return count == 0
                    ? new RowAnswer.None(row.getString(2))
                    : new RowAnswer.Some(count, count == MOST_ROWS, row.getString(2));
        }
    }
}

package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.SqlMessage.Place;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The server refused a statement, or the connection broke. */
final class StatementFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_CAUSES = 20;

    private final transient Optional<Place> place;
    private final SQLException sql;
    private final @Nullable Throwable thrown;
    private final @Nullable Integer lineOfCode;

    private StatementFailure(
            SQLException sql, Optional<Place> place, @Nullable Throwable thrown, @Nullable Integer lineOfCode) {
        super(sql.getMessage(), sql);
        this.sql = sql;
        this.place = place;
        this.thrown = thrown;
        this.lineOfCode = lineOfCode;
    }

    static StatementFailure of(SQLException e, SqlMessage message, int completed) {
        int position = server(e).map(ServerErrorMessage::getPosition).orElse(0);
        // A broken connection says nothing about the statement that happened to be under way.
        return new StatementFailure(e, server(e).flatMap(each -> message.findPlace(position, completed)), null, null);
    }

    /** The code of a class threw something; where that has its cause in the server, what the server said counts. */
    static StatementFailure inCode(Throwable thrown, String className) {
        return new StatementFailure(
                findSql(thrown).orElseGet(() -> new SQLException(thrown.toString(), thrown)),
                Optional.empty(),
                thrown,
                lineOf(thrown, className));
    }

    private static Optional<SQLException> findSql(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static @Nullable Integer lineOf(Throwable thrown, String className) {
        for (StackTraceElement each : thrown.getStackTrace()) {
            if (isOf(className, each.getClassName()) && each.getLineNumber() > 0) {
                return each.getLineNumber();
            }
        }
        return null;
    }

    /** Whether a class is this one, or is written inside it. */
    static boolean isOf(String className, String other) {
        return other.equals(className) || other.startsWith(className + "$");
    }

    /** What the code of a class threw, if that was it. */
    Optional<Throwable> findThrown() {
        return Optional.ofNullable(thrown);
    }

    /** The line in the migration's file, if it is known. */
    Optional<Integer> findLine() {
        return place.map(Place::line).or(() -> Optional.ofNullable(lineOfCode));
    }

    /** Whether it is about what the migration does, and not about what the step does around it. */
    boolean isOfMigration() {
        return place.isPresent() || thrown != null;
    }

    Optional<Place> place() {
        return place;
    }

    SQLException sql() {
        return sql;
    }

    String state() {
        return sql.getSQLState() == null ? "" : sql.getSQLState();
    }

    Optional<ServerErrorMessage> server() {
        return server(sql);
    }

    private static Optional<ServerErrorMessage> server(SQLException e) {
        return e instanceof PSQLException thrown
                ? Optional.ofNullable(thrown.getServerErrorMessage())
                : Optional.empty();
    }
}

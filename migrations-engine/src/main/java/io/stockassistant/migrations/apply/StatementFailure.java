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
        ThrownByCode code = new ThrownByCode(thrown, className);
        return new StatementFailure(
                code.findSql().orElseGet(() -> new SQLException(thrown.toString(), thrown)),
                Optional.empty(),
                thrown,
                code.findLine().orElse(null));
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

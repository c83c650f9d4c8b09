package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.apply.SqlMessage.Place;
import java.io.Serial;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The server refused a statement, or the connection broke. */
final class StatementFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Optional<Place> place;
    private final SQLException sql;

    private StatementFailure(SQLException sql, Optional<Place> place) {
        super(sql.getMessage(), sql);
        this.sql = sql;
        this.place = place;
    }

    static StatementFailure of(SQLException e, SqlMessage message, int completed) {
        int position = server(e).map(ServerErrorMessage::getPosition).orElse(0);
        // A broken connection says nothing about the statement that happened to be under way.
        return new StatementFailure(e, server(e).flatMap(each -> message.findPlace(position, completed)));
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

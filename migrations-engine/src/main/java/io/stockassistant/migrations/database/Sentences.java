package io.stockassistant.migrations.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an SQLException says: the driver's own texts are in the language of the machine, so states decide. */
final class Sentences {

    private Sentences() {}

    static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** The server's sentence, without the driver's wrapping; nothing if the server said none. */
    static Optional<String> findServerMessage(SQLException e) {
        return findServerError(e).map(ServerErrorMessage::getMessage);
    }

    /** What the server adds to its sentence. */
    static Optional<String> findServerDetail(SQLException e) {
        return findServerError(e).map(ServerErrorMessage::getDetail);
    }

    private static Optional<ServerErrorMessage> findServerError(SQLException e) {
        return e instanceof PSQLException driver
                ? Optional.ofNullable(driver.getServerErrorMessage())
                : Optional.empty();
    }

    /** In the server's words if there are any, otherwise in the driver's. */
    static String text(SQLException e) {
        return withoutFullStop(findServerMessage(e).orElseGet(() -> String.valueOf(e.getMessage())));
    }

    static <T extends Throwable> Optional<T> findCause(@Nullable Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}

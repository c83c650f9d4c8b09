package io.stockassistant.migrations.apply;

import io.stockassistant.migrations.script.SecretMask;
import io.stockassistant.migrations.script.Statement;
import java.sql.SQLWarning;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the server says while it carries out a statement of a script, and that is no error.
 *
 * @param message without the statement's secrets, shortened where it is very long
 * @param line the line in the script on which the statement begins
 */
public record ServerNotice(
        Severity severity,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        String sqlState,
        int line) {

    private static final int LONGEST = 2000;
    private static final String WARNING_CLASS = "01";

    /** PostgreSQL's levels below an error, from the most to the least important. */
    public enum Severity {
        WARNING,
        NOTICE,
        INFO,
        LOG,
        DEBUG
    }

    static ServerNotice of(SQLWarning warning, Statement statement) {
        Optional<ServerErrorMessage> server = warning instanceof PSQLWarning driver
                ? Optional.ofNullable(driver.getServerErrorMessage())
                : Optional.empty();
        String state = warning.getSQLState() == null ? "" : warning.getSQLState();
        return new ServerNotice(
                severity(server.map(ServerErrorMessage::getSeverity).orElse(""), state),
                shown(
                        server.map(ServerErrorMessage::getMessage).orElse(String.valueOf(warning.getMessage())),
                        statement),
                server.map(ServerErrorMessage::getDetail)
                        .map(each -> shown(each, statement))
                        .orElse(null),
                server.map(ServerErrorMessage::getHint)
                        .map(each -> shown(each, statement))
                        .orElse(null),
                state,
                statement.firstLine());
    }

    /** The word is in the language of the server; where it is not English, the code tells. */
    private static Severity severity(String word, String state) {
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(word)) {
                return severity;
            }
        }
        return state.startsWith(WARNING_CLASS) ? Severity.WARNING : Severity.NOTICE;
    }

    private static String shown(String text, Statement statement) {
        String masked = SecretMask.ofMessage(text, statement.sql());
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + " …";
    }
}

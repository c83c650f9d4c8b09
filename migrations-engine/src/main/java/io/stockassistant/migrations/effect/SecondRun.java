package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.Script;
import io.stockassistant.migrations.script.Statement;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Runs a script on a database where it has run already, as a run does that follows one which was interrupted. */
final class SecondRun {

    private SecondRun() {}

    static Optional<FailedRepeat> run(ShadowDatabase database, Module module, Script script) throws SQLException {
        try (Connection connection = database.open("")) {
            connection.setSchema(module.schema());
            return run(connection, script.statements());
        }
    }

    private static Optional<FailedRepeat> run(Connection connection, List<Statement> statements) throws SQLException {
        for (Statement each : statements) {
            if (each.findCopyData().isEmpty()) {
                try (java.sql.Statement statement = connection.createStatement()) {
                    statement.execute(each.sql());
                } catch (SQLException e) {
                    return Optional.of(new FailedRepeat(each, firstLine(e)));
                }
            }
        }
        return Optional.empty();
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
    }
}

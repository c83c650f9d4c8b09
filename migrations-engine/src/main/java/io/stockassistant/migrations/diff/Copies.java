package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.shadow.ScriptRoles;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds on a shadow what databases in use are seen to hold, without their rows: only there statements can be tried. */
final class Copies {

    private final ScriptRoles roles;
    private final Scope scope;

    Copies(ScriptRoles roles, Scope scope) {
        this.roles = roles;
        this.scope = scope;
    }

    /**
     * Makes one of a database with nothing in it.
     *
     * @throws ProblemException {@code not-comparable} if it is not the same, with what differs
     */
    void fill(ShadowDatabase copy, LiveSide side) throws SQLException {
        if (!side.impossible().isEmpty()) {
            throw Refusals.notCopied(side.name(), side.impossible()).asException();
        }
        try (Connection connection = copy.open("copy");
                Statement statement = connection.createStatement()) {
            statement.execute("SET check_function_bodies = off; SET search_path = ''; DROP SCHEMA public");
            for (String each : side.statements()) {
                run(statement, each, side);
            }
            List<Difference> differences = differences(connection, side.catalog());
            if (!differences.isEmpty()) {
                throw Refusals.notCopied(
                                side.name(),
                                differences.stream().map(Difference::toString).toList())
                        .asException();
            }
        }
    }

    private void run(Statement statement, String sql, LiveSide side) {
        @Nullable SQLException refused = attempt(statement, sql);
        while (refused != null) {
            String message = String.valueOf(refused.getMessage());
            if (ScriptRoles.findMissing(message).filter(roles::create).isEmpty()) {
                throw new ProblemException(Refusals.notCopied(side.name(), List.of(message + " at: " + sql)), refused);
            }
            refused = attempt(statement, sql);
        }
    }

    private static @Nullable SQLException attempt(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    /** Settings of the database itself, and which version of an extension a server has, are no matter of copies. */
    private List<Difference> differences(Connection connection, Catalog original) throws SQLException {
        Catalog copy = CatalogReader.read(connection, scope);
        return new Rereading(connection, copy)
                .real(original.differences(copy).stream()
                        .filter(each -> each.kind() != Kind.DATABASE && each.kind() != Kind.EXTENSION)
                        .toList());
    }
}

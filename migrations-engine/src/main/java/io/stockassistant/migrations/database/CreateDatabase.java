package io.stockassistant.migrations.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement that creates a database, and what an administrator types for a user who may not.
 *
 * @param user who will work in it
 * @param owner null for the user
 * @param locale null for that of the server
 */
record CreateDatabase(
        String database,
        String user,
        @Nullable String owner,
        @Nullable String locale) {

    private static final int FIRST_WITH_LOCALE_PROVIDER = 15;

    /** For the user, who owns the database where no owner is named. */
    String sql(ServerVersion server) {
        return sql(owner, server.major() >= FIRST_WITH_LOCALE_PROVIDER);
    }

    /** For an administrator, each with its semicolon. Roles are not created: who may exist is not decided here. */
    List<String> forAdministrator(ServerVersion server) {
        List<String> statements = new ArrayList<>();
        statements.add(sql(owner == null ? user : owner, server.major() >= FIRST_WITH_LOCALE_PROVIDER) + ";");
        if (owner != null && !owner.equals(user)) {
            statements.add("GRANT CONNECT, CREATE, TEMPORARY ON DATABASE " + SqlNames.quoted(database) + " TO "
                    + SqlNames.quoted(user) + ";");
        }
        return statements;
    }

    private String sql(@Nullable String owner, boolean provider) {
        return "CREATE DATABASE " + SqlNames.quoted(database)
                + (owner == null ? "" : " OWNER " + SqlNames.quoted(owner))
                + " TEMPLATE template0 ENCODING 'UTF8'"
                + (locale == null
                        ? ""
                        : (provider ? " LOCALE_PROVIDER libc" : "") + " LOCALE " + SqlNames.literal(locale));
    }
}

package io.stockassistant.migrations.shadow;

import io.stockassistant.migrations.module.Identifiers;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The roles that scripts create on the server of a shadow, or that are created for them: what belongs to the server stays
 * when databases go. Closing it removes them, if the server is ours alone; on a given one somebody else may have created
 * them meanwhile. The databases in which they own something have to be gone by then.
 */
public final class ScriptRoles implements AutoCloseable {

    private static final String DUPLICATE_OBJECT = "42710";
    private static final String DEPENDENT_OBJECTS = "2BP01";

    private static final Pattern MISSING = Pattern.compile("role \"([^\"]+)\" does not exist");

    private final Shadow shadow;
    private final List<String> before;

    public ScriptRoles(Shadow shadow) {
        this.shadow = shadow;
        this.before = list();
    }

    /** The role that the server does not know, if that is what it says. */
    public static Optional<String> findMissing(String message) {
        Matcher missing = MISSING.matcher(message);
        return missing.find() ? Optional.of(missing.group(1)) : Optional.empty();
    }

    /**
     * Creates a role who may do nothing, if the server is ours alone; another run on it may have been faster.
     *
     * @return whether it is there now
     */
    public boolean create(String name) {
        if (!shadow.isOurs()) {
            return false;
        }
        shadow.session().executeUnless(DUPLICATE_OBJECT, "CREATE ROLE " + Identifiers.quote(name));
        return true;
    }

    /**
     * From now on databases are made and entered by a role of this name, who may do everything; only where the server is
     * ours alone. What migrations say of the role who runs them is then about the same name as elsewhere.
     */
    public void actAs(String role) {
        if (!role.startsWith("pg_") && create(role)) {
            shadow.session()
                    .execute(statement ->
                            statement.execute("ALTER ROLE " + Identifiers.quote(role) + " SUPERUSER LOGIN"));
            shadow.enterAs(role);
        }
    }

    /** Those that were not there before, by name. */
    public List<String> listMade() {
        List<String> made = new ArrayList<>(list());
        made.removeAll(before);
        return List.copyOf(made);
    }

    /** All but the server's own. */
    private List<String> list() {
        return shadow.session().execute((Statement statement) -> {
            List<String> roles = new ArrayList<>();
            try (var rows =
                    statement.executeQuery("SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY rolname")) {
                while (rows.next()) {
                    roles.add(rows.getString(1));
                }
            }
            return roles;
        });
    }

    @Override
    public void close() {
        for (String each : shadow.isOurs() ? listMade() : List.<String>of()) {
            shadow.session().executeUnless(DEPENDENT_OBJECTS, "DROP ROLE IF EXISTS " + Identifiers.quote(each));
        }
    }
}

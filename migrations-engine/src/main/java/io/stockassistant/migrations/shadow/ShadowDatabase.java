package io.stockassistant.migrations.shadow;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.Connection;

/** A database of a {@link Shadow}, gone when it is closed; its connections are cut then. */
public final class ShadowDatabase implements AutoCloseable {

    private final Shadow shadow;
    private final Database database;
    private final KeptSessions sessions;

    ShadowDatabase(Shadow shadow, Database database) {
        this.shadow = shadow;
        this.database = database;
        this.sessions = new KeptSessions(database);
    }

    String name() {
        return database.settings().database();
    }

    /** Where it is, for whoever opens connections by other means. */
    public DatabaseSettings settings() {
        return database.settings();
    }

    /**
     * A connection as new, in simple query mode and with automatic commit, as a run of migrations takes it. What roles and
     * database have been set to meanwhile begins to hold when the database is copied.
     *
     * @param purpose what it is for, as an administrator sees it; may be empty
     */
    public Connection open(String purpose) {
        return sessions.open(purpose);
    }

    /** Ends what nobody uses: nobody may be connected to a database that is copied. */
    void endIdleSessions() {
        sessions.close();
    }

    @Override
    public void close() {
        shadow.drop(this);
    }
}

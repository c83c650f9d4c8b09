package io.stockassistant.migrations.shadow;

import io.stockassistant.migrations.database.Database;
import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.Connection;

/** A database of a {@link Shadow}, gone when it is closed; its connections are cut then. */
public final class ShadowDatabase implements AutoCloseable {

    private final Shadow shadow;
    private final Database database;

    ShadowDatabase(Shadow shadow, Database database) {
        this.shadow = shadow;
        this.database = database;
    }

    String name() {
        return database.settings().database();
    }

    /** Where it is, for whoever opens connections by other means. */
    public DatabaseSettings settings() {
        return database.settings();
    }

    /**
     * A new connection, in simple query mode and with automatic commit, as a run of migrations takes it.
     *
     * @param purpose what it is for, as an administrator sees it; may be empty
     */
    public Connection open(String purpose) {
        return database.open(purpose);
    }

    @Override
    public void close() {
        shadow.drop(this);
    }
}

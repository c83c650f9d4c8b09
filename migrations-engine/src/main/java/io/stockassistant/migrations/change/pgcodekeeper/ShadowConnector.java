package io.stockassistant.migrations.change.pgcodekeeper;

import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import org.pgcodekeeper.core.database.base.jdbc.IJdbcConnector;

/** Gives the library connections to a throw-away database. */
final class ShadowConnector implements IJdbcConnector {

    private final ShadowDatabase database;

    ShadowConnector(ShadowDatabase database) {
        this.database = database;
    }

    @Override
    public Connection getConnection() {
        return database.open("compare");
    }

    @Override
    public String getBatchDelimiter() {
        return "";
    }

    @Override
    public String getUrl() {
        return "jdbc:postgresql:" + database.settings().database();
    }
}

package io.stockassistant.migrations.testing;

import io.stockassistant.shared.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database of one test. */
public final class TestDatabase implements AutoCloseable {

    private final TestPostgres postgres;
    private final TestPostgresServer server;
    private final String name;

    TestDatabase(TestPostgres postgres, TestPostgresServer server, String name) {
        this.postgres = postgres;
        this.server = server;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public String host() {
        return server.settings().host();
    }

    public int port() {
        return server.settings().port();
    }

    public String user() {
        return server.settings().user();
    }

    public String password() {
        return server.password();
    }

    /** Where it is, as the program that migrates it takes it. */
    public DatabaseSettings settings() {
        return server.settings().withDatabase(name);
    }

    /** With user and password. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** With user and password, as psql takes it. */
    public String url() {
        return server.url(name);
    }

    /** A new connection; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    /** Drops the database, cutting connections that are left. */
    @Override
    public void close() {
        postgres.drop(this);
    }
}

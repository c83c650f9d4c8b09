package io.stockassistant.migrations.testing;

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
        return server.host();
    }

    public int port() {
        return server.port();
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
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

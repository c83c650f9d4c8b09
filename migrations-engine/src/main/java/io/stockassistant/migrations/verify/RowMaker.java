package io.stockassistant.migrations.verify;

import io.stockassistant.migrations.catalog.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;

/** Makes rows for tables, so that there is something to lose. */
interface RowMaker {

    /**
     * Puts rows into every table in which some column has no value yet.
     *
     * @param connection with automatic commit
     * @param catalog of that database
     * @return the tables for which no row could be made, by qualified name, each with the reason
     * @throws SQLException if the server fails
     */
    SortedMap<String, String> fill(Connection connection, Catalog catalog) throws SQLException;
}

package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Tells who works on a backfill from who once did: a lock of the session, which the server lets go when that ends. */
final class WorkMark {

    /** The letters "back" as a number, beside the hash of an address. */
    private static final int CLASS = 0x6261636B;

    private final Statements statements;

    WorkMark(Statements statements) {
        this.statements = statements;
    }

    /** Stays until the session ends; several may have it. */
    void set(Revision revision) throws SQLException {
        statements.isTrue("SELECT pg_try_advisory_lock_shared(" + CLASS + ", hashtext(?))", revision.toString());
    }

    /** The backfills on which somebody works. */
    Set<Revision> list() throws SQLException {
        Set<Revision> marked = new HashSet<>();
        try (Statement statement = statements.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT b.module, b.version FROM " + BookSql.BACKFILL
                        + " b JOIN pg_locks l ON l.locktype = 'advisory' AND l.granted AND l.objsubid = 2"
                        + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                        + " AND l.classid = " + CLASS
                        + " AND l.objid = (hashtext(b.module || '@' || b.version)::bigint & 4294967295)::oid")) {
            while (row.next()) {
                marked.add(new Revision(row.getString(1), Version.of(row.getString(2))));
            }
        }
        return marked;
    }
}

package io.stockassistant.migrations.backfill;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.BackfillHeader;
import io.stockassistant.migrations.script.BackfillScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds the table of a backfill, and refuses one that cannot be walked through by its key. */
final class TableLookup {

    private static final String TABLE = """
            SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relkind
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.oid = to_regclass(?) AND c.relkind IN ('r', 'p')""";

    private static final String COLUMN = """
            SELECT quote_ident(attname), format_type(atttypid, atttypmod), attnotnull, attnum FROM pg_attribute
            WHERE attrelid = ? AND attname = (parse_ident(?))[1] AND attnum > 0 AND NOT attisdropped""";

    /** One from which ORDER BY can read: NULLS FIRST of an ascending one it cannot, although there are none. */
    private static final String INDEX = """
            SELECT EXISTS (SELECT FROM (SELECT ?::oid AS of_table, ?::smallint[] AS numbers) wanted
                JOIN pg_index i ON i.indrelid = of_table AND i.indisvalid AND i.indpred IS NULL
                JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am am ON am.oid = c.relam AND am.amname = 'btree'
                WHERE i.indnkeyatts >= cardinality(numbers)
                AND (i.indkey::smallint[])[0:cardinality(numbers) - 1] = numbers
                AND (SELECT count(DISTINCT k.direction) = 1 AND bool_and(k.direction IN (0, 3)
                        AND k.ordered_by = a.attcollation
                        AND EXISTS (SELECT FROM pg_opclass own WHERE own.opcfamily = o.opcfamily AND own.opcdefault))
                    FROM unnest(i.indkey::smallint[], i.indoption::smallint[], i.indcollation::oid[], i.indclass::oid[])
                        WITH ORDINALITY AS k (number, direction, ordered_by, class, place)
                    JOIN pg_attribute a ON a.attrelid = of_table AND a.attnum = k.number
                    JOIN pg_opclass o ON o.oid = k.class
                    WHERE k.place <= cardinality(numbers)))""";

    /** Whether there may be rows that its role cannot see. */
    private static final String HIDDEN = """
            SELECT row_security_active(of_table) AND (
                NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = of_table AND polpermissive AND polcmd = '*'
                    AND pg_get_expr(polqual, polrelid) = 'true'
                    AND EXISTS (SELECT FROM unnest(polroles) role WHERE role = 0 OR pg_has_role(role, 'USAGE')))
                OR EXISTS (SELECT FROM pg_policy WHERE polrelid = of_table AND NOT polpermissive))
            FROM (SELECT ?::oid AS of_table) wanted""";

    private static final String UNIQUE = """
            SELECT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = ? AND i.indisvalid AND i.indisunique
                AND i.indpred IS NULL AND i.indexprs IS NULL
                AND (i.indkey::smallint[])[0:i.indnkeyatts - 1] <@ ?::smallint[])""";

    private static final String LEAVES = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relkind = 'f'
            FROM pg_partition_tree(?::oid::regclass) t
            JOIN pg_class c ON c.oid = t.relid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE t.isleaf AND c.relkind IN ('r', 'f') ORDER BY c.oid""";

    private final Connection connection;
    private final BackfillScript script;
    private final BackfillHeader header;

    /**
     * What a backfill walks through.
     *
     * @param unique whether no two rows have one key
     * @param parts the partitions, if it is done one by one, or the table itself
     */
    record Found(KeyTable table, boolean unique, List<String> parts) {
        boolean isByPartition() {
            return !parts.equals(List.of(table.name()));
        }
    }

    TableLookup(Connection connection, BackfillScript script) {
        this.connection = connection;
        this.script = script;
        this.header = script.header();
    }

    /** @throws ProblemException {@code invalid-backfill} if there is no such table, or no index for its key */
    Found lookUp() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TABLE)) {
            statement.setString(1, header.table());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw refused(
                            "walks through " + header.table() + ", and there is no such table.",
                            "Correct its header line '-- table: …', or apply the migration that makes the table first.");
                }
                return found(row.getLong(1), row.getString(2), row.getString(3).equals("p"));
            }
        }
    }

    private Found found(long oid, String name, boolean partitioned) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMN)) {
            for (String each : header.key()) {
                statement.setLong(1, oid);
                statement.setString(2, each);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw refused(
                                "has the key " + each + ", and " + name + " has no such column.",
                                "Correct its header line '-- key: …'.");
                    }
                    if (!row.getBoolean(3)) {
                        throw refused(
                                "has the key " + each + ", which can be NULL in " + name
                                        + ": rows without a key would never be done.",
                                "Name the columns of its primary key.");
                    }
                    columns.add(row.getString(1));
                    types.add(row.getString(2));
                    numbers.add(row.getString(4));
                }
            }
        }
        String array = "{" + String.join(",", numbers) + "}";
        checkIndex(oid, name, array);
        if (isTrue(HIDDEN, oid)) {
            throw refused(
                    "walks through " + name + ", whose row-level security may hide rows: they would be left out.",
                    "Run it with the table's owner or a role with BYPASSRLS, or let a policy show this role every row:"
                            + " USING (true).");
        }
        KeyTable table = new KeyTable(name, columns, types, header.findTodo().orElse("true"));
        return new Found(
                table, isTrue(UNIQUE, oid, array), partitioned && script.isByPartition() ? leaves(oid) : List.of(name));
    }

    private void checkIndex(long oid, String name, String numbers) throws SQLException {
        if (!isTrue(INDEX, oid, numbers)) {
            throw refused(
                    "walks through " + name + " by " + String.join(", ", header.key())
                            + ", and no index begins with that: each batch would read the whole table.",
                    "Name the columns of its primary key, or create such an index first: all ascending or all descending,"
                            + " with nothing said of NULLS, operator classes and collations.");
        }
    }

    private boolean isTrue(String query, Object... values) throws SQLException {
        return new Statements(connection).isTrue(query, values);
    }

    private List<String> leaves(long oid) throws SQLException {
        List<String> leaves = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LEAVES)) {
            statement.setLong(1, oid);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getBoolean(2)) {
                        throw refused(
                                "goes partition by partition, and " + row.getString(1)
                                        + " is on another server: its rows and the books could not be committed together.",
                                "Detach it for that time, and do its rows where they are; or name the table in place of"
                                        + " :table, which leaves to the servers what is committed where.");
                    }
                    leaves.add(row.getString(1));
                }
            }
        }
        return leaves;
    }

    private ProblemException refused(String what, String remedy) {
        return new ProblemException(new Problem(
                ProblemCode.INVALID_BACKFILL,
                script.backfill().module(),
                script.backfill().version().toString(),
                script.backfill().file().path(),
                script.backfill() + " " + what,
                remedy));
    }
}

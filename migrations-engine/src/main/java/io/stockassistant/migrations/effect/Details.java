package io.stockassistant.migrations.effect;

import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.effect.TableState.Trigger;
import io.stockassistant.migrations.effect.TypeState.DomainConstraint;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables, domains and enums as they are at some moment, by oid. */
record Details(Map<Long, TableState> tables, Map<Long, TypeState> types) {

    private static final String COLUMNS = """
            SELECT c.oid, a.attnum, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod)
                        || coalesce((SELECT ' COLLATE ' || l.oid::regcollation FROM pg_catalog.pg_collation l
                            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                            WHERE l.oid = a.attcollation AND t.typcollation <> l.oid), ''),
                    a.attnotnull AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid
                        AND k.contype = 'n' AND NOT k.convalidated AND k.conkey[1] = a.attnum),
                    pg_get_expr(d.adbin, d.adrelid), a.attgenerated <> '', a.attidentity <> '',
                    CASE WHEN c.relispartition
                        THEN (SELECT inhparent FROM pg_catalog.pg_inherits WHERE inhrelid = c.oid LIMIT 1) END,
                    c.relpersistence = 'u', c.reltablespace,
                    CASE WHEN c.relispartition THEN pg_get_partition_constraintdef(c.oid) END,
                    pg_get_expr(c.relpartbound, c.oid),
                    CASE WHEN NOT c.relispartition THEN ARRAY(SELECT inhparent::int8 FROM pg_catalog.pg_inherits
                        WHERE inhrelid = c.oid ORDER BY inhseqno) END
                FROM pg_catalog.pg_class c
                LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE c.relkind IN ('r', 'p', 'f') AND %s ORDER BY a.attnum;
            """;

    private static final String CONSTRAINTS = """
            SELECT k.conrelid, k.oid, quote_ident(k.conname), k.contype, k.convalidated, pg_get_constraintdef(k.oid),
                    k.conkey, k.confrelid, k.conindid, k.conparentid <> 0 OR k.coninhcount > 0
                FROM pg_catalog.pg_constraint k WHERE k.conrelid <> 0 AND %s ORDER BY k.oid;
            """;

    private static final String INDEXES = """
            SELECT i.indrelid, i.indexrelid, quote_ident(c.relname), i.indisvalid, i.indisunique, i.indisprimary,
                    i.indpred IS NOT NULL, pg_get_indexdef(i.indexrelid),
                    (i.indkey::int2[])[0 : i.indnkeyatts - 1]
                FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE %s ORDER BY c.oid;
            """;

    private static final String TRIGGERS = """
            SELECT t.tgrelid, t.oid, quote_ident(t.tgname), t.tgenabled, pg_get_triggerdef(t.oid)
                FROM pg_catalog.pg_trigger t WHERE NOT t.tgisinternal AND %s ORDER BY t.oid;
            """;

    private static final String TYPES = """
            SELECT t.oid, n.nspname, quote_ident(n.nspname) || '.' || quote_ident(t.typname), e.oid, e.enumlabel,
                    k.oid, quote_ident(k.conname), k.convalidated, pg_get_constraintdef(k.oid), t.typnotnull
                FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
                LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid
                LEFT JOIN pg_catalog.pg_constraint k ON k.contypid = t.oid AND k.contype <> 'n'
                WHERE t.typtype IN ('d', 'e') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema';
            """;

    /** Of all tables. */
    static Details read(Connection connection, Map<Long, Relation> relations) throws SQLException {
        return read(connection, relations, "%s >= 16384");
    }

    /** Of some tables, and of all domains and enums. */
    static Details read(Connection connection, Map<Long, Relation> relations, Collection<Long> oids)
            throws SQLException {
        return read(
                connection,
                relations,
                oids.isEmpty()
                        ? "%s IS NULL"
                        : "%s IN (" + oids.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")");
    }

    private static Details read(Connection connection, Map<Long, Relation> relations, String which)
            throws SQLException {
        Rows rows = new Rows();
        try (Statement statement = connection.createStatement()) {
            statement.execute(COLUMNS.formatted(which.formatted("c.oid"))
                    + CONSTRAINTS.formatted(which.formatted("k.conrelid"))
                    + INDEXES.formatted(which.formatted("i.indrelid"))
                    + TRIGGERS.formatted(which.formatted("t.tgrelid"))
                    + TYPES);
            rows.columns(statement.getResultSet());
            statement.getMoreResults();
            rows.constraints(statement.getResultSet());
            statement.getMoreResults();
            rows.indexes(statement.getResultSet());
            statement.getMoreResults();
            rows.triggers(statement.getResultSet());
            statement.getMoreResults();
            return new Details(rows.tables(relations), types(statement.getResultSet()));
        }
    }

    /** These, and for tables of which nothing newer is known what was known before. */
    Details over(Details before, Map<Long, Relation> relations) {
        Map<Long, TableState> all = new HashMap<>(before.tables);
        all.keySet().retainAll(relations.keySet());
        all.replaceAll((oid, table) -> table.in(Objects.requireNonNull(relations.get(oid))));
        all.putAll(tables);
        return new Details(all, types);
    }

    private static final class Rows {

        private record Storage(
                long parent,
                List<Long> inherits,
                @Nullable String values,
                @Nullable String bounds,
                boolean unlogged,
                long tablespace) {}

        private final Map<Long, Storage> storages = new HashMap<>();
        private final Map<Long, List<Column>> columns = new LinkedHashMap<>();
        private final Map<Long, List<Constraint>> constraints = new HashMap<>();
        private final Map<Long, List<Index>> indexes = new HashMap<>();
        private final Map<Long, List<Trigger>> triggers = new HashMap<>();

        void columns(ResultSet row) throws SQLException {
            while (row.next()) {
                storages.put(
                        row.getLong(1),
                        new Storage(
                                row.getLong(9),
                                oids(row.getArray(14)),
                                row.getString(13),
                                row.getString(12),
                                row.getBoolean(10),
                                row.getLong(11)));
                List<Column> all = columns.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>());
                if (row.getInt(2) > 0) {
                    all.add(new Column(
                            row.getInt(2),
                            row.getString(3),
                            row.getString(4),
                            row.getBoolean(5),
                            row.getString(6),
                            row.getBoolean(7),
                            row.getBoolean(8)));
                }
            }
        }

        void constraints(ResultSet row) throws SQLException {
            while (row.next()) {
                constraints
                        .computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                        .add(new Constraint(
                                row.getLong(2),
                                row.getString(3),
                                ConstraintKind.of(row.getString(4)),
                                row.getBoolean(5),
                                row.getString(6),
                                numbers(row.getArray(7)),
                                row.getLong(8),
                                row.getLong(9),
                                row.getBoolean(10)));
            }
        }

        void indexes(ResultSet row) throws SQLException {
            while (row.next()) {
                indexes.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                        .add(new Index(
                                row.getLong(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getBoolean(5),
                                row.getBoolean(6),
                                row.getBoolean(7),
                                row.getString(8),
                                numbers(row.getArray(9))));
            }
        }

        void triggers(ResultSet row) throws SQLException {
            while (row.next()) {
                triggers.computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                        .add(new Trigger(row.getLong(2), row.getString(3), row.getString(4), row.getString(5)));
            }
        }

        Map<Long, TableState> tables(Map<Long, Relation> relations) {
            Map<Long, TableState> tables = new HashMap<>();
            columns.forEach((oid, all) -> {
                Relation relation = relations.get(oid);
                Storage storage = storages.get(oid);
                if (relation != null && storage != null) {
                    tables.put(
                            oid,
                            new TableState(
                                    relation,
                                    storage.parent(),
                                    storage.inherits(),
                                    Objects.requireNonNullElse(storage.values(), ""),
                                    Objects.requireNonNullElse(storage.bounds(), ""),
                                    storage.unlogged(),
                                    storage.tablespace(),
                                    all,
                                    constraints.getOrDefault(oid, List.of()),
                                    indexes.getOrDefault(oid, List.of()),
                                    triggers.getOrDefault(oid, List.of())));
                }
            });
            return tables;
        }

        private static List<Long> oids(@Nullable Array array) throws SQLException {
            return array == null ? List.of() : List.of((Long[]) array.getArray());
        }

        private static List<Integer> numbers(@Nullable Array array) throws SQLException {
            return array == null
                    ? List.of()
                    : Arrays.stream((Object[]) array.getArray())
                            .map(each -> ((Number) each).intValue())
                            .toList();
        }
    }

    private static Map<Long, TypeState> types(ResultSet row) throws SQLException {
        Map<Long, List<String>> names = new LinkedHashMap<>();
        Map<Long, Boolean> notNull = new HashMap<>();
        Map<Long, Map<Long, String>> labels = new HashMap<>();
        Map<Long, Map<Long, DomainConstraint>> constraints = new HashMap<>();
        while (row.next()) {
            long oid = row.getLong(1);
            names.put(oid, List.of(row.getString(2), row.getString(3)));
            notNull.put(oid, row.getBoolean(10));
            if (row.getString(5) != null) {
                labels.computeIfAbsent(oid, each -> new LinkedHashMap<>()).put(row.getLong(4), row.getString(5));
            }
            if (row.getString(7) != null) {
                constraints
                        .computeIfAbsent(oid, each -> new LinkedHashMap<>())
                        .put(
                                row.getLong(6),
                                new DomainConstraint(row.getString(7), row.getBoolean(8), row.getString(9)));
            }
        }
        Map<Long, TypeState> types = new HashMap<>();
        names.forEach((oid, name) -> types.put(
                oid,
                new TypeState(
                        oid,
                        name.get(0),
                        name.get(1),
                        Boolean.TRUE.equals(notNull.get(oid)),
                        labels.getOrDefault(oid, Map.of()),
                        constraints.getOrDefault(oid, Map.of()))));
        return types;
    }
}

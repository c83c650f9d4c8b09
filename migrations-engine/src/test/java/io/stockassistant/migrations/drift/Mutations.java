package io.stockassistant.migrations.drift;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that can be taken away from a database or be changed in it, made from its catalog, one object at a time. */
public final class Mutations {

    private static final Set<Kind> COMMENTED_WITH_TABLE = Set.of(Kind.TRIGGER, Kind.RULE, Kind.POLICY);

    private final Catalog catalog;
    private final List<Mutation> all = new ArrayList<>();

    /**
     * A change that a server may still refuse.
     *
     * @param object the qualified name of what a difference has to name
     */
    public record Mutation(String sql, Kind kind, String object) {

        @Override
        public String toString() {
            return sql;
        }
    }

    private Mutations(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Each object taken away. */
    public static List<Mutation> dropping(Catalog catalog) {
        Mutations mutations = new Mutations(catalog);
        catalog.list().forEach(mutations::drop);
        return mutations.all;
    }

    /** The comment of each object changed. */
    public static List<Mutation> commenting(Catalog catalog) {
        Mutations mutations = new Mutations(catalog);
        catalog.list().forEach(mutations::comment);
        return mutations.all;
    }

    /** Properties of each object changed, and objects added. */
    public static List<Mutation> altering(Catalog catalog) {
        Mutations mutations = new Mutations(catalog);
        catalog.list().forEach(mutations::alter);
        return mutations.all;
    }

    private void add(CatalogObject object, String sql) {
        add(object, object.qualified(), sql);
    }

    private void add(CatalogObject object, String named, String sql) {
        Kind kind = named.equals(object.qualified()) ? object.kind() : Kind.COLUMN;
        all.add(new Mutation(sql, kind, named));
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case ENUM, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> "TYPE";
            default -> kind.name().replace('_', ' ');
        };
    }

    private static String name(CatalogObject object) {
        return object.kind() == Kind.AGGREGATE ? object.qualified().replace("()", "(*)") : object.qualified();
    }

    private boolean isDomain(CatalogObject constraint) {
        return catalog.find(Kind.DOMAIN, constraint.parent()).isPresent();
    }

    private Optional<Kind> relation(CatalogObject part) {
        return List.of(Kind.TABLE, Kind.FOREIGN_TABLE, Kind.COMPOSITE_TYPE).stream()
                .filter(each -> catalog.find(each, part.parent()).isPresent())
                .findFirst();
    }

    private void drop(CatalogObject object) {
        switch (object.kind()) {
            case COLUMN ->
                relation(object)
                        .filter(each -> !object.has("inherited"))
                        .ifPresent(each -> add(
                                object,
                                "ALTER " + type(each) + " " + object.parent() + " DROP "
                                        + (each == Kind.COMPOSITE_TYPE ? "ATTRIBUTE " : "COLUMN ") + object.name()
                                        + " CASCADE"));
            case CONSTRAINT -> {
                if (!object.has("inherited")) {
                    add(
                            object,
                            "ALTER " + (isDomain(object) ? "DOMAIN " : "TABLE ") + object.parent() + " DROP CONSTRAINT "
                                    + object.name() + " CASCADE");
                }
            }
            case INDEX -> {
                if (!object.has("constraint") && !object.has("part of")) {
                    add(object, "DROP INDEX " + object.qualified() + " CASCADE");
                }
            }
            case SEQUENCE -> {
                if (!object.has("identity of")) {
                    add(object, "DROP SEQUENCE " + object.qualified() + " CASCADE");
                }
            }
            case TRIGGER, RULE, POLICY -> {
                if (!object.has("copy")) {
                    add(object, "DROP " + object.kind() + " " + object.name() + " ON " + object.parent());
                }
            }
            case DATABASE, DEFAULT_PRIVILEGES, OTHER -> {
                // not to be dropped by its name alone
            }
            default ->
                add(
                        object,
                        "DROP " + type(object.kind()) + " " + name(object)
                                + (object.kind() == Kind.PUBLICATION ? "" : " CASCADE"));
        }
    }

    private void comment(CatalogObject object) {
        String comment = " IS 'changed by a test'";
        if (COMMENTED_WITH_TABLE.contains(object.kind())) {
            add(object, "COMMENT ON " + object.kind() + " " + object.name() + " ON " + object.parent() + comment);
        } else if (object.kind() == Kind.CONSTRAINT) {
            add(
                    object,
                    "COMMENT ON CONSTRAINT " + object.name() + " ON " + (isDomain(object) ? "DOMAIN " : "")
                            + object.parent() + comment);
        } else if (!Set.of(Kind.DATABASE, Kind.DEFAULT_PRIVILEGES, Kind.OTHER).contains(object.kind())) {
            add(object, "COMMENT ON " + type(object.kind()) + " " + name(object) + comment);
        }
    }

    private void alter(CatalogObject object) {
        String name = object.qualified();
        switch (object.kind()) {
            case TABLE -> {
                add(object, name + ".added", "ALTER TABLE " + name + " ADD COLUMN added int");
                for (String each : List.of(
                        "SET (fillfactor = 33)",
                        "ENABLE ROW LEVEL SECURITY",
                        "FORCE ROW LEVEL SECURITY",
                        "REPLICA IDENTITY NOTHING",
                        "SET UNLOGGED",
                        "OWNER TO pg_read_all_stats")) {
                    add(object, "ALTER TABLE " + name + " " + each);
                }
                add(object, "GRANT TRUNCATE ON " + name + " TO pg_read_all_stats");
            }
            case COLUMN -> {
                if (relation(object).filter(Kind.TABLE::equals).isPresent()) {
                    alterColumn(object);
                }
            }
            case SEQUENCE -> add(object, "ALTER SEQUENCE " + name + " INCREMENT BY 77");
            case ENUM -> add(object, "ALTER TYPE " + name + " ADD VALUE 'added'");
            case DOMAIN ->
                add(object, "ALTER DOMAIN " + name + (object.has("default") ? " DROP DEFAULT" : " SET NOT NULL"));
            case INDEX -> add(object, "ALTER INDEX " + name + " SET (fillfactor = 33)");
            case FUNCTION -> add(object, "ALTER FUNCTION " + name + " COST 777");
            case TRIGGER ->
                add(
                        object,
                        "ALTER TABLE " + object.parent() + (object.has("enabled") ? " ENABLE" : " DISABLE")
                                + " TRIGGER " + object.name());
            case POLICY -> add(object, "ALTER POLICY " + object.name() + " ON " + object.parent() + " TO pg_monitor");
            case VIEW -> add(object, "ALTER VIEW " + name + " SET (security_barrier = false)");
            case SCHEMA -> add(object, "GRANT CREATE ON SCHEMA " + name + " TO pg_read_all_stats");
            default -> {
                // a comment or its absence is change enough
            }
        }
    }

    private void alterColumn(CatalogObject column) {
        String alter = "ALTER TABLE " + column.parent() + " ALTER COLUMN " + column.name() + " ";
        add(column, alter + (column.has("not null") ? "DROP NOT NULL" : "SET NOT NULL"));
        add(column, alter + (column.has("default") ? "DROP DEFAULT" : "SET DEFAULT '77'"));
        add(column, alter + "SET STATISTICS 77");
        add(column, alter + "SET STORAGE EXTERNAL");
        add(column, alter + "TYPE varchar(77) USING NULL");
        add(column, alter + "DROP IDENTITY");
        add(column, alter + "DROP EXPRESSION");
        add(column, "GRANT INSERT (" + column.name() + ") ON " + column.parent() + " TO pg_read_all_stats");
    }
}

package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The statements that make single objects of a catalog, for whoever makes one anew where the others stay. */
public final class ObjectSql {

    private final Catalog catalog;

    /** @param catalog the objects as they are to be */
    public ObjectSql(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Makes an object, with its comment and rights; nothing for what is made with another one, and for kinds that
     * cannot be made alone.
     */
    public List<String> create(CatalogObject object) {
        return switch (object.kind()) {
            case SCHEMA -> {
                List<String> statements = new ArrayList<>(List.of("CREATE SCHEMA " + object.qualified()));
                statements.addAll(Rights.of(object, "SCHEMA"));
                yield statements;
            }
            case ENUM -> TypeSql.ofEnum(object);
            case DOMAIN -> TypeSql.ofDomain(object, constraintsOf(object));
            case COMPOSITE_TYPE -> new TypeSql(catalog).ofComposite(object);
            case RANGE_TYPE -> TypeSql.ofRange(object);
            case FUNCTION, PROCEDURE, AGGREGATE -> ActionSql.routine(object);
            case SEQUENCE -> object.has("identity of") ? List.of() : SequenceSql.create(object);
            case VIEW, MATERIALIZED_VIEW -> new ActionSql(catalog).view(object);
            case CONSTRAINT -> new ConstraintSql(catalog).constraint(object);
            case INDEX -> object.has("constraint") ? List.of() : new ConstraintSql(catalog).index(object);
            case STATISTICS -> ActionSql.statistics(object);
            case TRIGGER -> ActionSql.trigger(object);
            case RULE -> ActionSql.rule(object);
            case POLICY -> ActionSql.policy(object);
            default -> List.of();
        };
    }

    /** Gives the rights that an object has; of a column too. */
    public List<String> grants(CatalogObject object) {
        return switch (object.kind()) {
            case COLUMN -> Rights.grantsOfColumn(object);
            case DEFAULT_PRIVILEGES -> Rights.grants(object, object.get("objects"));
            default -> Rights.grants(object, subject(object));
        };
    }

    /** What in brackets follows GENERATED … AS IDENTITY; empty where all is as by default. */
    public static String identityOptions(CatalogObject sequence, CatalogObject column) {
        return SequenceSql.ofIdentity(sequence, column);
    }

    private List<CatalogObject> constraintsOf(CatalogObject domain) {
        return catalog.list(Kind.CONSTRAINT).stream()
                .filter(each -> each.parent().equals(domain.qualified()))
                .toList();
    }

    /** The object as GRANT names it, for example {@code SEQUENCE shop.orders_id_seq}. */
    public static String subject(CatalogObject object) {
        return switch (object.kind()) {
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, TABLE -> "TABLE " + object.qualified();
            case ENUM, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> "TYPE " + object.qualified();
            case AGGREGATE -> "FUNCTION " + object.qualified();
            default -> object.kind().word().toUpperCase(Locale.ROOT) + " " + object.qualified();
        };
    }
}

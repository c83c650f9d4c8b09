package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.baseline.Piece.Stage;
import io.stockassistant.migrations.catalog.Address;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts a catalog into pieces, and writes each. */
final class SchemaPieces {

    private final Catalog catalog;
    private final NeedsGraph graph;
    private final TypeSql types;
    private final TableSql tables;
    private final ActionSql actions;
    private final ConstraintSql constraints;
    private final Map<Address, CatalogObject> tablesByAddress = new HashMap<>();
    private final Map<String, List<CatalogObject>> inline = new HashMap<>();
    private final Set<String> laterDefaults = new HashSet<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> impossible = new ArrayList<>();

    SchemaPieces(Catalog catalog, ServerFacts facts) {
        this.catalog = catalog;
        this.types = new TypeSql(catalog);
        this.tables = new TableSql(catalog, facts);
        this.actions = new ActionSql(catalog);
        this.constraints = new ConstraintSql(catalog);
        this.graph = new NeedsGraph(
                facts,
                catalog.list(Kind.SEQUENCE).stream().map(CatalogObject::address).collect(Collectors.toSet()));
        catalog.list(Kind.TABLE).forEach(each -> tablesByAddress.put(each.address(), each));
        facts.defaults().forEach(this::foldDefault);
        catalog.list(Kind.CONSTRAINT).forEach(this::foldConstraint);
    }

    /** @throws CannotBeWritten if there is something that no statement here expresses */
    List<Piece> inOrder() {
        for (CatalogObject each : catalog.list()) {
            List<String> statements = statements(each);
            if (!statements.isEmpty()) {
                pieces.add(Piece.of(each, stage(each), statements));
            }
            addRowSecurity(each);
        }
        if (!impossible.isEmpty()) {
            throw new CannotBeWritten(impossible);
        }
        return new PieceOrder(graph, pieces).sort();
    }

    /** Whoever owns a table is bound by its policies too if it says so: the rows come first. */
    private void addRowSecurity(CatalogObject table) {
        List<String> statements = new ArrayList<>();
        if (table.has("row security")) {
            statements.add("ALTER TABLE " + table.qualified() + " ENABLE ROW LEVEL SECURITY");
        }
        if (table.has("row security for the owner")) {
            statements.add("ALTER TABLE " + table.qualified() + " FORCE ROW LEVEL SECURITY");
        }
        if (!statements.isEmpty()) {
            Address own = new Address(-1, table.address().oid());
            pieces.add(new Piece(own, Stage.AFTER_ROWS, Piece.rank(Kind.POLICY), table.qualified(), statements));
        }
    }

    private void foldDefault(Address address, ServerFacts.Column place) {
        CatalogObject table = tablesByAddress.get(place.table());
        if (table == null) {
            return;
        }
        CatalogObject column = catalog.columns(table.qualified()).stream()
                .filter(each -> each.position() == place.number())
                .findFirst()
                .orElseThrow();
        if (!graph.fold(address, table.address()) && column.has("default")) {
            laterDefaults.add(column.qualified());
            pieces.add(new Piece(
                    address,
                    Stage.BEFORE_ROWS,
                    Piece.rank(Kind.COLUMN),
                    column.qualified(),
                    List.of("ALTER TABLE ONLY " + table.qualified() + " ALTER COLUMN " + column.name() + " SET DEFAULT "
                            + column.get("default"))));
        }
    }

    private void foldConstraint(CatalogObject constraint) {
        catalog.find(Kind.TABLE, constraint.parent())
                .or(() -> catalog.find(Kind.DOMAIN, constraint.parent()))
                .filter(whole -> constraints.mayStandIn(whole, constraint))
                .filter(whole -> graph.fold(constraint.address(), whole.address()))
                .ifPresent(whole -> inline.computeIfAbsent(whole.qualified(), key -> new ArrayList<>())
                        .add(constraint));
    }

    private static Stage stage(CatalogObject object) {
        return switch (object.kind()) {
            case MATERIALIZED_VIEW, CONSTRAINT, INDEX, STATISTICS, TRIGGER, RULE, POLICY -> Stage.AFTER_ROWS;
            default -> Stage.BEFORE_ROWS;
        };
    }

    private List<String> statements(CatalogObject object) {
        return switch (object.kind()) {
            case ENUM -> TypeSql.ofEnum(object);
            case DOMAIN -> withInline(object, TypeSql.ofDomain(object, inlineOf(object)));
            case COMPOSITE_TYPE -> types.ofComposite(object);
            case RANGE_TYPE -> TypeSql.ofRange(object);
            case FUNCTION, PROCEDURE, AGGREGATE -> ActionSql.routine(object);
            case SEQUENCE -> object.has("identity of") ? List.of() : SequenceSql.create(object);
            case TABLE -> table(object);
            case VIEW, MATERIALIZED_VIEW -> actions.view(object);
            case CONSTRAINT -> isInline(object) ? List.of() : constraints.constraint(object);
            case INDEX -> index(object);
            case STATISTICS -> ActionSql.statistics(object);
            case TRIGGER -> ActionSql.trigger(object);
            case RULE -> ActionSql.rule(object);
            case POLICY -> ActionSql.policy(object);
            case SCHEMA, COLUMN, DEFAULT_PRIVILEGES, DATABASE, EXTENSION, PUBLICATION, OTHER -> List.of();
            case FOREIGN_TABLE, BASE_TYPE -> impossible(object.toString());
        };
    }

    private List<String> table(CatalogObject table) {
        if (table.has("of type")) {
            return impossible(table + " (made OF a type)");
        }
        if (catalog.columns(table.qualified()).stream()
                .anyMatch(each -> each.find("not null").orElse("").startsWith("not valid"))) {
            return impossible(table + " (a NOT NULL that is NOT VALID)");
        }
        return withInline(table, tables.create(table, inlineOf(table), laterDefaults));
    }

    private List<CatalogObject> inlineOf(CatalogObject whole) {
        return inline.getOrDefault(whole.qualified(), List.of());
    }

    private List<String> withInline(CatalogObject whole, List<String> create) {
        List<String> statements = new ArrayList<>(create);
        inlineOf(whole).forEach(each -> statements.addAll(constraints.afterInline(each)));
        return statements;
    }

    private List<String> index(CatalogObject index) {
        boolean isPartitioned = catalog.find(Kind.TABLE, index.get("table"))
                .filter(table -> table.has("partition by"))
                .isPresent();
        if (index.has("invalid") && !isPartitioned) {
            return impossible(index + " (not valid: its build broke off)");
        }
        return index.has("constraint") ? List.of() : constraints.index(index);
    }

    private boolean isInline(CatalogObject constraint) {
        return inline.getOrDefault(constraint.parent(), List.of()).contains(constraint);
    }

    private List<String> impossible(String object) {
        impossible.add(object);
        return List.of();
    }
}

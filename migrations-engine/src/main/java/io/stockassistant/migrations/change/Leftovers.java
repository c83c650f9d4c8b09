package io.stockassistant.migrations.change;

import io.stockassistant.migrations.baseline.ObjectSql;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.history.Literals;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whatever still differs when the others are done: single properties where there is an ALTER, otherwise whole objects. */
final class Leftovers implements Pass {

    private static final Set<Kind> MADE_ANEW = Set.of(
            Kind.CONSTRAINT,
            Kind.INDEX,
            Kind.POLICY,
            Kind.TRIGGER,
            Kind.RULE,
            Kind.STATISTICS,
            Kind.VIEW,
            Kind.FUNCTION,
            Kind.PROCEDURE,
            Kind.AGGREGATE);

    /** Publications are of others; of the rest the catalog does not know enough to write a statement. */
    private static final Set<Kind> NOT_HERE = Set.of(Kind.PUBLICATION, Kind.DATABASE, Kind.OTHER);

    @Override
    public List<SchemaStatement> statements(Stage stage) throws SQLException {
        Set<SchemaStatement> statements = new LinkedHashSet<>();
        Set<String> anew = new LinkedHashSet<>();
        for (Difference each : stage.differences()) {
            if (NOT_HERE.contains(each.kind())) {
                continue;
            }
            Optional<CatalogObject> now = stage.now().find(each.kind(), each.object());
            Optional<CatalogObject> wanted = stage.wanted().find(each.kind(), each.object());
            List<String> sql = new ArrayList<>();
            if (now.isPresent() && wanted.isPresent()) {
                sql.addAll(PropertySql.of(stage, now.get(), wanted.get(), String.valueOf(each.property())));
                if (sql.isEmpty() && MADE_ANEW.contains(each.kind()) && anew.add(each.kind() + each.object())) {
                    drop(now.get()).ifPresent(sql::add);
                    sql.addAll(new ObjectSql(stage.wanted()).create(wanted.get()));
                }
            } else if (now.isPresent()) {
                drop(now.get()).ifPresent(sql::add);
            } else if (wanted.isPresent() && wanted.get().kind() == Kind.DEFAULT_PRIVILEGES) {
                sql.addAll(RightsSql.defaultPrivileges(wanted.get(), true));
            } else {
                wanted.ifPresent(object -> sql.addAll(new ObjectSql(stage.wanted()).create(object)));
            }
            sql.forEach(text -> statements.add(SchemaStatement.of(action(text), each.kind(), each.object(), text)));
        }
        return List.copyOf(statements);
    }

    private static Action action(String sql) {
        Action action = StatementReading.read(sql).action();
        return action == Action.NONE ? Action.ALTER : action;
    }

    private static Optional<String> drop(CatalogObject object) {
        String word = object.kind().word().toUpperCase(Locale.ROOT);
        return switch (object.kind()) {
            case CONSTRAINT -> Optional.of("ALTER TABLE " + object.parent() + " DROP CONSTRAINT " + object.name());
            case COLUMN -> Optional.of("ALTER TABLE " + object.parent() + " DROP COLUMN " + object.name());
            case POLICY, TRIGGER, RULE -> Optional.of("DROP " + word + " " + object.name() + " ON " + object.parent());
            case INDEX -> object.has("constraint") ? Optional.empty() : Optional.of("DROP INDEX " + object.qualified());
            case ENUM, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> Optional.of("DROP TYPE " + object.qualified());
            case DEFAULT_PRIVILEGES ->
                RightsSql.defaultPrivileges(object, false).stream().findFirst();
            case SCHEMA, DATABASE, OTHER, EXTENSION -> Optional.empty();
            default -> Optional.of("DROP " + word + " " + object.qualified());
        };
    }

    /** For example {@code COMMENT ON TABLE shop.orders IS 'what was bought'}. */
    static String comment(CatalogObject object, Optional<String> text) {
        return "COMMENT ON " + subject(object) + " IS "
                + text.map(Literals::quote).orElse("NULL");
    }

    /** The object as statements about it name it. */
    static String subject(CatalogObject object) {
        return switch (object.kind()) {
            case CONSTRAINT, POLICY, TRIGGER, RULE ->
                object.kind().word().toUpperCase(Locale.ROOT) + " " + object.name() + " ON " + object.parent();
            case ENUM, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> "TYPE " + object.qualified();
            default -> object.kind().word().toUpperCase(Locale.ROOT) + " " + object.qualified();
        };
    }
}

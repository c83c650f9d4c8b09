package io.stockassistant.migrations.change;

import io.stockassistant.migrations.baseline.ObjectSql;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.history.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that are numbered by a sequence of theirs on one side and by an identity on the other: both count on. */
final class SerialAndIdentity implements Pass {

    private static final String OLD = "_before_migration";

    @Override
    public List<SchemaStatement> statements(Stage stage) {
        List<SchemaStatement> statements = new ArrayList<>();
        for (CatalogObject now : stage.now().list(Kind.COLUMN)) {
            Optional<CatalogObject> wanted = stage.wanted().find(Kind.COLUMN, now.qualified());
            if (wanted.isEmpty() || now.has("identity") == wanted.get().has("identity") || now.has("inherited")) {
                continue;
            }
            Optional<CatalogObject> serial = sequence(
                    now.has("identity")
                            ? stage.wanted().list(Kind.SEQUENCE)
                            : stage.now().list(Kind.SEQUENCE),
                    "owned by",
                    now);
            Optional<CatalogObject> identity = sequence(
                    now.has("identity")
                            ? stage.now().list(Kind.SEQUENCE)
                            : stage.wanted().list(Kind.SEQUENCE),
                    "identity of",
                    now);
            if (serial.isPresent() && identity.isPresent()) {
                List<String> sql = now.has("identity")
                        ? toSerial(now, identity.get(), serial.get())
                        : toIdentity(now, wanted.get(), serial.get(), identity.get());
                sql.forEach(
                        each -> statements.add(SchemaStatement.of(Action.ALTER, Kind.COLUMN, now.qualified(), each)));
            }
        }
        return statements;
    }

    private static Optional<CatalogObject> sequence(List<CatalogObject> all, String property, CatalogObject column) {
        return all.stream()
                .filter(each ->
                        each.find(property).filter(column.qualified()::equals).isPresent())
                .findFirst();
    }

    private static List<String> toIdentity(
            CatalogObject now, CatalogObject wanted, CatalogObject serial, CatalogObject identity) {
        String alter = "ALTER TABLE " + now.parent() + " ALTER COLUMN " + now.name();
        String old = before(serial);
        List<String> sql = new ArrayList<>();
        sql.add("ALTER SEQUENCE " + serial.qualified() + " RENAME TO " + old);
        sql.add(alter + " DROP DEFAULT");
        if (!now.has("not null")) {
            sql.add(alter + " SET NOT NULL");
        }
        String options = ObjectSql.identityOptions(identity, wanted);
        boolean sameType = now.get("type").equals(wanted.get("type"));
        sql.add(alter + " ADD GENERATED " + wanted.get("identity") + " AS IDENTITY"
                + (sameType ? options : nameOnly(options)));
        sql.add(countOn(identity.qualified(), serial.parent() + "." + old));
        sql.add("DROP SEQUENCE " + serial.parent() + "." + old);
        return sql;
    }

    /** Limits may be beyond the type that the column still has; the pass for sequences sets them. */
    private static String nameOnly(String options) {
        return options.replaceFirst("^( \\(SEQUENCE NAME [^ )]+)?.*", "$1")
                + (options.startsWith(" (SEQUENCE") ? ")" : "");
    }

    private static List<String> toSerial(CatalogObject now, CatalogObject identity, CatalogObject serial) {
        String alter = "ALTER TABLE " + now.parent() + " ALTER COLUMN " + now.name();
        String old = before(identity);
        return List.of(
                "ALTER SEQUENCE " + identity.qualified() + " RENAME TO " + old,
                "CREATE SEQUENCE " + serial.qualified() + " AS " + now.get("type"),
                countOn(serial.qualified(), identity.parent() + "." + old),
                alter + " DROP IDENTITY",
                alter + " SET DEFAULT nextval(" + Literals.quote(serial.qualified()) + "::regclass)",
                "ALTER SEQUENCE " + serial.qualified() + " OWNED BY " + now.qualified());
    }

    private static String before(CatalogObject sequence) {
        return sequence.name().endsWith("\"")
                ? sequence.name().substring(0, sequence.name().length() - 1) + OLD + "\""
                : sequence.name() + OLD;
    }

    private static String countOn(String sequence, String old) {
        return "SELECT setval(" + Literals.quote(sequence) + ", last_value, is_called) FROM " + old;
    }
}

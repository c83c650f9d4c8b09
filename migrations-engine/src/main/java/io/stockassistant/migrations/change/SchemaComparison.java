package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Difference;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Rereading;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the way from one state of some schemas to another. Each pass looks at what the ones before it made of a clone,
 * so that none needs to know of the others, and what the last one leaves is what nobody could do.
 */
public final class SchemaComparison {

    private final Shadow shadow;
    private final SchemaDiff library;
    private final Extent extent;
    private final SchemasOnOneSide schemas;
    private final Reading reading;

    public SchemaComparison(Shadow shadow, SchemaDiff library, Extent extent) {
        this(shadow, library, extent, connection -> CatalogReader.read(connection, extent.scope()));
    }

    SchemaComparison(Shadow shadow, SchemaDiff library, Extent extent, Reading reading) {
        this.shadow = shadow;
        this.library = library;
        this.extent = extent;
        this.schemas = new SchemasOnOneSide(extent);
        this.reading = reading;
    }

    /** Finds out what a database holds. Most of the time goes into this and into what the library reads. */
    interface Reading {
        Catalog read(Connection connection) throws SQLException;
    }

    /** Where it compares. */
    public Shadow shadow() {
        return shadow;
    }

    /** What it compares. */
    public Extent extent() {
        return extent;
    }

    /** What a database has of it now. */
    public Catalog read(ShadowDatabase database) throws SQLException {
        try (Connection connection = database.open("compare")) {
            return reading.read(connection);
        }
    }

    /** In what one side really differs from another, but for extensions and schemas that are never dropped. */
    public List<Difference> differences(ShadowDatabase from, ShadowDatabase to) throws SQLException {
        try (Connection one = from.open("compare");
                Connection other = to.open("compare")) {
            return differences(one, reading.read(one), other, reading.read(other));
        }
    }

    /** The server is asked on both sides: it may print an expression in one form here and read that as another there. */
    List<Difference> differences(Connection one, Catalog now, Connection other, Catalog wanted) throws SQLException {
        List<Difference> all = schemas.withoutStaying(wanted.differences(now), one, now).stream()
                .filter(each -> each.kind() != Kind.PUBLICATION || isOurs(each, now, wanted))
                .filter(each -> each.kind() != Kind.EXTENSION || each.change() != Difference.Change.ADDED)
                .toList();
        List<Difference> left = new Rereading(one, now).real(all);
        if (left.isEmpty()) {
            return left;
        }
        Set<String> back = new Rereading(other, wanted)
                .real(now.differences(wanted)).stream().map(Difference::subject).collect(Collectors.toSet());
        return left.stream().filter(each -> back.contains(each.subject())).toList();
    }

    private boolean isOurs(Difference difference, Catalog now, Catalog wanted) {
        return List.of(now, wanted).stream()
                .flatMap(each -> each.find(Kind.PUBLICATION, difference.object()).stream())
                .anyMatch(each -> Publications.isOf(each, extent));
    }

    /**
     * The statements from one schema to another. Nobody may be connected to the first one meanwhile, since it is cloned.
     *
     * @param renames in their order
     * @throws BrokenScriptException if the server refuses what was written
     * @throws UnreadableSchemaException if the library does not understand a schema
     */
    public ChangeScript script(ShadowDatabase from, ShadowDatabase to, List<Rename> renames) throws SQLException {
        try (Connection target = to.open("compare")) {
            Catalog wanted = reading.read(target);
            Catalog before;
            try (Connection source = from.open("compare")) {
                before = reading.read(source);
                if (renames.isEmpty()
                        && differences(source, before, target, wanted).isEmpty()) {
                    return new ChangeScript(List.of(), List.of(), List.of(), List.of());
                }
            }
            try (ShadowDatabase clone = shadow.cloneOf(from);
                    Connection work = clone.open("compare")) {
                // What was read of the original is true of its clone, numbers included.
                WorkingClone holding = new WorkingClone(work, extent, reading, before);
                return new ScriptWriting(this, library, extent, holding, wanted).write(renames, clone, to, target);
            }
        }
    }
}

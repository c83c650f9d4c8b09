package io.stockassistant.migrations.change;

import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.util.List;

/** A library that knows how to lead one schema to another. What it gets wrong is mended by others. */
public interface SchemaDiff {

    /**
     * The statements that make the schema of one database that of another, in an order in which each finds what it
     * needs. Owners and rights are left alone. Names are qualified, but for those of the server itself.
     *
     * @param from is only read, as is the other; both are on a server of the same major version
     * @throws UnreadableSchemaException if one of them holds what the library does not understand
     */
    List<SchemaStatement> statements(ShadowDatabase from, ShadowDatabase to, Extent extent);
}

package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Address;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.util.List;

/**
 * Statements that belong together and make one object.
 *
 * @param rank the smaller, the earlier, where nothing else decides
 * @param name for the order among pieces of one rank
 * @param statements each without its semicolon
 */
record Piece(Address address, Stage stage, int rank, String name, List<String> statements) {

    /** When a piece may run, seen from the rows. */
    enum Stage {
        BEFORE_ROWS,
        AFTER_ROWS
    }

    Piece {
        statements = List.copyOf(statements);
    }

    static Piece of(CatalogObject object, Stage stage, List<String> statements) {
        return new Piece(object.address(), stage, rank(object), object.qualified(), statements);
    }

    /** As kinds are ordered, but for foreign keys: they need indexes to be valid, which partitions make so. */
    private static int rank(CatalogObject object) {
        boolean foreignKey =
                object.find("type").filter(type -> type.equals("foreign key")).isPresent();
        return object.kind() == Kind.CONSTRAINT && foreignKey ? rank(Kind.INDEX) + 1 : rank(object.kind());
    }

    static int rank(Kind kind) {
        return 2 * List.of(Kind.values()).indexOf(kind);
    }

    Piece inStage(Stage later) {
        return new Piece(address, later, rank, name, statements);
    }
}

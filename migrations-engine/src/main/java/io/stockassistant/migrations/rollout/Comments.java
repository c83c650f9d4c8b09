package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.history.Literals;
import java.util.Optional;

/** What is said in the database about an index or a constraint. */
final class Comments {

    private Comments() {}

    static Optional<SchemaStatement> of(CatalogObject object, boolean ofDomain) {
        String on = object.kind() == Kind.INDEX
                ? "INDEX " + object.qualified()
                : "CONSTRAINT " + object.name() + " ON " + (ofDomain ? "DOMAIN " : "") + object.parent();
        return object.find("comment")
                .map(text -> SchemaStatement.of(
                        Action.ALTER,
                        object.kind(),
                        object.qualified(),
                        "COMMENT ON " + on + " IS " + Literals.quote(text)));
    }
}

package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.shared.naming.ConstraintKind;
import io.stockassistant.shared.naming.Naming;
import java.io.Serial;
import org.hibernate.boot.model.naming.EntityNaming;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitForeignKeyNameSource;
import org.hibernate.boot.model.naming.ImplicitIndexNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.ImplicitUniqueKeyNameSource;
import org.hibernate.boot.model.source.spi.AttributePath;

/** Names for everything that its model gives none, by the strategy of all modules. */
final class SharedNames extends ImplicitNamingStrategyJpaCompliantImpl {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected String transformEntityName(EntityNaming entity) {
        String name = entity.getClassName();
        return Naming.tableOf(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1));
    }

    @Override
    protected String transformAttributePath(AttributePath path) {
        return Naming.columnOf(path.getProperty());
    }

    @Override
    public Identifier determineIndexName(ImplicitIndexNameSource source) {
        return name(source, ConstraintKind.INDEX);
    }

    @Override
    public Identifier determineUniqueKeyName(ImplicitUniqueKeyNameSource source) {
        return name(source, ConstraintKind.UNIQUE);
    }

    @Override
    public Identifier determineForeignKeyName(ImplicitForeignKeyNameSource source) {
        return name(source, ConstraintKind.FOREIGN_KEY);
    }

    private static Identifier name(ImplicitConstraintNameSource source, ConstraintKind kind) {
        Identifier given = source.getUserProvidedIdentifier();
        return given != null && !given.getText().isEmpty()
                ? given
                : Identifier.toIdentifier(kind.nameOf(
                        source.getTableName().getText(),
                        source.getColumnNames().stream()
                                .map(Identifier::getText)
                                .toList()));
    }
}

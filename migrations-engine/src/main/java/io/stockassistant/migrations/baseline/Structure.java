package io.stockassistant.migrations.baseline;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements that build all schemas of a database from nothing, without rows. */
public final class Structure {

    private Structure() {}

    /**
     * Writes them, to be run as superuser, without the check of function bodies, where there is no schema yet. What
     * is known by its name alone is left out, as are the settings of the database: whoever needs to know compares.
     *
     * @param connection to the database that the catalog was read from
     * @return none ends with a semicolon
     * @throws CannotBeWritten if there is something that no statement here expresses
     * @throws SQLException if the server cannot answer
     */
    public static List<String> write(Connection connection, Catalog catalog) throws SQLException {
        List<String> statements = new ArrayList<>();
        ObjectSql objects = new ObjectSql(catalog);
        catalog.list(Kind.SCHEMA).forEach(each -> statements.addAll(objects.create(each)));
        catalog.list(Kind.EXTENSION).forEach(each -> statements.addAll(extension(each)));
        new SchemaPieces(catalog, ServerFacts.read(connection))
                .inOrder().stream().map(Piece::statements).forEach(statements::addAll);
        statements.addAll(SequenceSql.owners(catalog));
        catalog.list(Kind.PUBLICATION).forEach(each -> statements.addAll(PublicationSql.create(each)));
        catalog.list(Kind.DEFAULT_PRIVILEGES).forEach(each -> statements.addAll(Rights.byDefault(each)));
        return statements;
    }

    private static List<String> extension(CatalogObject extension) {
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE EXTENSION IF NOT EXISTS " + extension.qualified() + " SCHEMA " + extension.get("schema"));
        statements.addAll(Rights.comment(extension, "EXTENSION " + extension.qualified()));
        return statements;
    }
}

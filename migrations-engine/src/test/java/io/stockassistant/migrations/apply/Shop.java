package io.stockassistant.migrations.apply;

/** A module of four migrations, the last of which runs without a transaction, for tests that only need some. */
final class Shop {

    static final String INDEX = "CREATE INDEX CONCURRENTLY ix_items_name ON items (name);\n";

    private Shop() {}

    static void writeTo(ModuleTree modules) {
        modules.migration("shop", "1__items", "CREATE TABLE items (id int);\n", "DROP TABLE items;\n")
                .migration(
                        "shop",
                        "2__names",
                        "ALTER TABLE items ADD COLUMN name text;\n",
                        "ALTER TABLE items DROP COLUMN name;\n")
                .migration(
                        "shop", "3__rows", "INSERT INTO items VALUES (1, 'one'), (2, 'one');\n", "DELETE FROM items;\n")
                .migration("shop", "4__index", INDEX, "DROP INDEX CONCURRENTLY ix_items_name;\n");
    }

    /** Gives the last migration a second statement that fails, up or down, after the first one has been carried out. */
    static void breakLastAfterItsFirstStatement(ModuleTree modules, String letter) {
        String first = letter.equals("V") ? INDEX : "DROP INDEX CONCURRENTLY ix_items_name;\n";
        modules.file("shop/" + letter + "4__index.sql", first + "DROP INDEX CONCURRENTLY no_such_index;\n");
    }
}

package io.stockassistant.migrations.apply;

import java.sql.SQLException;
import java.util.List;

/** A module of two versions and two views, which say in a table when they were made. */
final class Views {

    private Views() {}

    static void writeTo(Scene scene) {
        scene.placeholder("limit", "100")
                .modules()
                .migration(
                        "shop",
                        "1__items",
                        "CREATE TABLE items (id int, price int);\nCREATE TABLE made (what text);\n",
                        "DROP TABLE items, made CASCADE;\n")
                .migration(
                        "shop",
                        "2__names",
                        "ALTER TABLE items ADD COLUMN name text;\n",
                        "ALTER TABLE items DROP COLUMN name CASCADE;\n");
        writeView(scene, "dear_items", "price > ${limit}");
        writeView(scene, "cheap_items", "price < 10");
    }

    static void writeView(Scene scene, String name, String condition) {
        scene.modules()
                .file(
                        "shop/R__" + name + ".sql",
                        "CREATE OR REPLACE VIEW " + name + " AS SELECT id FROM items WHERE " + condition + ";\n"
                                + "INSERT INTO made VALUES ('" + name + "');\n");
    }

    /** What was made, in order. */
    static List<String> made(Scene scene) throws SQLException {
        return scene.rows("SELECT what FROM shop.made ORDER BY ctid");
    }
}

package io.stockassistant.migrations.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Sixty migrations in five modules, with and without transactions, whose effects tell whether each ran once: rows are
 * inserted into tables without keys and numbers are counted up. What runs without a transaction can be repeated.
 */
final class SixtyMigrations {

    static final int COUNT = 60;

    /** The modules in their order, with what they depend on. */
    private static final Map<String, List<String>> MODULES = Map.of(
            "a-core", List.of(),
            "b-trade", List.of("a-core"),
            "c-news", List.of("a-core"),
            "d-desk", List.of("b-trade", "c-news"),
            "e-alone", List.of());

    /** To be created in the database before the first run: one row for each undo of a migration. */
    static final String LEDGER_OF_UNDONE = "CREATE TABLE public.undone (what text)";

    private final Path folder;

    private SixtyMigrations(Path folder) {
        this.folder = folder;
    }

    static void writeTo(Path folder) throws IOException {
        SixtyMigrations tree = new SixtyMigrations(folder);
        int age = 0;
        for (String module : MODULES.keySet().stream().sorted().toList()) {
            Files.createDirectories(folder.resolve(module));
            Files.writeString(
                    folder.resolve(module).resolve("module.properties"),
                    "depends-on=" + String.join(",", MODULES.getOrDefault(module, List.of())) + "\n");
            tree.writeModule(module, age++);
        }
    }

    private void writeModule(String module, int age) throws IOException {
        String schema = module.replace('-', '_');
        transactional(module, age, 1, header(module, 1) + """
                CREATE TABLE ledger (what text);
                CREATE TABLE items (id integer PRIMARY KEY, name text, amount integer);
                INSERT INTO items SELECT i, 'item ' || i, 0 FROM generate_series(1, 300) i;
                """, "DROP TABLE items;\nDROP TABLE ledger;\n");
        plain(module, age, 2, index("ix_items_name", "INDEX", "(name)"), dropIndex("ix_items_name"));
        transactional(
                module,
                age,
                3,
                "CREATE TYPE mood AS ENUM ('calm');\nALTER TABLE items ADD COLUMN mood mood DEFAULT 'calm';\n",
                "ALTER TABLE items DROP COLUMN mood;\nDROP TYPE mood;\n");
        plain(module, age, 4, "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'wild';\n", "SELECT 'a label stays';\n");
        Files.writeString(file(module, age, 4, "V", ".sql.conf"), "executeInTransaction=false\n");
        transactional(
                module,
                age,
                5,
                "CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS $$ SELECT sum(amount) FROM " + schema
                        + ".items; $$;\nSELECT pg_sleep(0.02);\n",
                "DROP FUNCTION total();\n");
        transactional(
                module,
                age,
                6,
                header(module, 3) + "CREATE TABLE links (item integer REFERENCES " + referenced(module)
                        + ".items);\nINSERT INTO links VALUES (1), (2);\n",
                "DROP TABLE links;\n");
        transactional(
                module,
                age,
                7,
                "UPDATE items SET amount = amount + 1;\nSELECT pg_sleep(0.02);\n",
                "SELECT pg_sleep(0.02);\nUPDATE items SET amount = amount - 1;\n");
        plain(
                module,
                age,
                8,
                index("ux_items_id_name", "UNIQUE INDEX", "(id, name)") + "VACUUM items;\n",
                dropIndex("ux_items_id_name"));
        transactional(
                module,
                age,
                9,
                "COPY items (id, name, amount) FROM stdin;\n1001\tcopied\t7\n1002\tcopied\t8\n\\.\n",
                """
                        DELETE FROM items WHERE id > 1000;
                        """);
        plain(module, age, 10, dropIndex("ix_items_name"), index("ix_items_name", "INDEX", "(name)"));
        transactional(module, age, 11, """
                CREATE VIEW rich AS SELECT id, amount FROM items WHERE amount > 0;
                COMMENT ON VIEW rich IS 'more than nothing';
                """, "DROP VIEW rich;\n");
        transactional(
                module,
                age,
                12,
                "ALTER TABLE items ADD COLUMN note text;\nUPDATE items SET note = name, amount = amount * 3;\n",
                "UPDATE items SET amount = amount / 3;\nALTER TABLE items DROP COLUMN note;\n");
    }

    private static String index(String name, String kind, String columns) {
        return dropIndex(name) + "CREATE " + kind + " CONCURRENTLY " + name + " ON items " + columns + ";\n";
    }

    private static String dropIndex(String name) {
        return "DROP INDEX CONCURRENTLY IF EXISTS " + name + ";\n";
    }

    /** Names the migration of each module that it depends on. */
    private static String header(String module, int number) {
        StringBuilder header = new StringBuilder();
        for (String dependency : MODULES.getOrDefault(module, List.of())) {
            header.append("-- depends-on: ")
                    .append(dependency)
                    .append('@')
                    .append(version(dependency.charAt(0) - 'a', number))
                    .append('\n');
        }
        return header.toString();
    }

    private static String referenced(String module) {
        List<String> dependencies = MODULES.getOrDefault(module, List.of());
        return (dependencies.isEmpty() ? module : dependencies.get(0)).replace('-', '_');
    }

    private void transactional(String module, int age, int number, String up, String down) throws IOException {
        String drops = number == 1 ? "" : "DELETE FROM ledger WHERE what = 'V" + number + "';\n";
        plain(
                module,
                age,
                number,
                up + "INSERT INTO ledger VALUES ('V" + number + "');\n",
                drops + down + "INSERT INTO public.undone VALUES ('" + module + " " + number + "');\n");
    }

    private void plain(String module, int age, int number, String up, String down) throws IOException {
        Files.writeString(file(module, age, number, "V", ".sql"), up);
        Files.writeString(file(module, age, number, "U", ".sql"), down);
    }

    private Path file(String module, int age, int number, String letter, String ending) {
        return folder.resolve(module).resolve(letter + version(age, number) + "__step_" + number + ending);
    }

    /** The modules take turns, so that the plan goes from one to the next with every step. */
    private static String version(int age, int number) {
        return "202603%02d%02d0000".formatted(number, age);
    }
}

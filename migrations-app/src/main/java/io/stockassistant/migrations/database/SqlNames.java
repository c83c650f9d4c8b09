package io.stockassistant.migrations.database;

/** Names as they are typed in a statement, and statements as they are typed in a shell. */
final class SqlNames {

    private SqlNames() {}

    static String identifier(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String inShell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

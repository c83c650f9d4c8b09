package io.stockassistant.migrations.database;

/** Names as they are typed in a statement, and statements as they are typed in a shell. */
final class SqlNames {

    private SqlNames() {}

    static String identifier(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : quoted(name);
    }

    /** Also a name that is a key word stays a name. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    static String inShell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

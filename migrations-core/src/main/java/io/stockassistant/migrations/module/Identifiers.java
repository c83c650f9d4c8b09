package io.stockassistant.migrations.module;

/** Names of database objects as SQL text. */
public final class Identifiers {

    private Identifiers() {}

    /** The name in double quotes, with quotes inside it doubled: any name is safe afterwards. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name itself: without the double quotes that the server writes around some. */
    public static String unquote(String identifier) {
        return identifier.startsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : identifier;
    }
}

package io.stockassistant.migrations.autogenerate;

import java.util.List;

/**
 * What models ask for.
 *
 * @param statements in the order in which they work on a database that has the schema and nothing in it; every name is
 *     qualified, and none ends with a semicolon
 * @param renames what models say about former names, by table and column
 */
public record ModelSql(List<String> statements, List<FormerName> renames) {

    public ModelSql {
        statements = List.copyOf(statements);
        renames = List.copyOf(renames);
    }

    /** The statements as a file has them. */
    public String script() {
        return String.join(";\n\n", statements) + (statements.isEmpty() ? "" : ";\n");
    }
}

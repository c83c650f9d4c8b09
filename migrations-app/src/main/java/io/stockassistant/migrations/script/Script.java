package io.stockassistant.migrations.script;

import java.util.List;

/**
 * A script ready to run.
 *
 * @param statements in order; none only in a way back that says that there is none
 * @param transactional whether it runs in one transaction together with its history row
 */
public record Script(ScriptFile file, List<Statement> statements, boolean transactional) {

    public Script {
        statements = List.copyOf(statements);
    }
}

package io.stockassistant.migrations.script;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.flywaydb.database.postgresql.PostgreSQLParser;

/** The statements of a script as Flyway's parser sees them: text, line and whether they run in a transaction. */
final class FlywayStatements {

    private FlywayStatements() {}

    static List<String> of(String text) {
        List<String> statements = new ArrayList<>();
        try (SqlStatementIterator iterator =
                new PostgreSQLParser(new FluentConfiguration(), new ParsingContext()).parse(new StringResource(text))) {
            while (iterator.hasNext()) {
                SqlStatement statement = iterator.next();
                String body = statement.getSql().substring(Comments.endOfLeading(statement.getSql()));
                statements.add(body + " | " + statement.getLineNumber() + " | " + statement.canExecuteInTransaction());
            }
        }
        return statements;
    }
}

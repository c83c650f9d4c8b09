package io.stockassistant.migrations.flyway;

import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.parser.Token;
import org.flywaydb.database.postgresql.PostgreSQLParser;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's parser, with the judgement that it makes when it is connected to PostgreSQL 12 or newer: without a
 * connection it takes ALTER TYPE … ADD VALUE for something that cannot run in a transaction.
 */
final class TransactionAwareParser extends PostgreSQLParser {

    TransactionAwareParser(Configuration configuration, ParsingContext context) {
        super(configuration, context);
    }

    @Override
    protected @Nullable Boolean detectCanExecuteInTransaction(String simplifiedStatement, List<Token> keywords) {
        return simplifiedStatement.startsWith("ALTER TYPE")
                ? null
                : super.detectCanExecuteInTransaction(simplifiedStatement, keywords);
    }
}

package io.stockassistant.migrations.flyway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resource.StringResource;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;

/** Cuts a script into statements as Flyway's PostgreSQL parser does, with its placeholders replaced. */
public final class StatementSplitter {

    /**
     * A statement as Flyway sees it.
     *
     * @param sql its text with the comments before it, without the semicolon
     * @param line where it begins in the file, counted from 1
     * @param transactional whether Flyway runs it in a transaction
     * @param copyData the lines after COPY … FROM stdin; empty for every other statement
     */
    public record SplitStatement(String sql, int line, boolean transactional, CopyData copyData) {}

    /** Inline data of a COPY, if there is any. */
    public record CopyData(boolean present, String lines) {
        static final CopyData NONE = new CopyData(false, "");
    }

    /** A script that Flyway cannot cut; the message says where. */
    public static final class SplitException extends Exception {
        private static final long serialVersionUID = 1L;

        SplitException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static final Configuration DEFAULTS = new FluentConfiguration();

    private StatementSplitter() {}

    /**
     * Cuts a script.
     *
     * @param fileName the name of the file, for the placeholder <code>${flyway:filename}</code>
     * @param placeholders values by full name, such as {@code flyway:defaultSchema}
     * @throws SplitException if a placeholder has no value, a parenthesis or an inline COPY is not closed
     */
    public static List<SplitStatement> split(String text, String fileName, Map<String, String> placeholders)
            throws SplitException {
        ParsingContext context = new ParsingContext();
        context.getPlaceholders().putAll(placeholders);
        List<SplitStatement> statements = new ArrayList<>();
        try (SqlStatementIterator iterator =
                new TransactionAwareParser(DEFAULTS, context).parse(new NamedScript(fileName, text))) {
            while (iterator.hasNext()) {
                statements.add(toStatement(iterator.next()));
            }
        } catch (FlywayException e) {
            throw new SplitException(reason(e), e);
        }
        return statements;
    }

    private static SplitStatement toStatement(SqlStatement statement) {
        return new SplitStatement(
                statement.getSql(),
                statement.getLineNumber(),
                statement.canExecuteInTransaction(),
                CopyStatements.dataOf(statement));
    }

    /** Flyway wraps each reason in advice about its own web site; the innermost message is the reason. */
    private static String reason(FlywayException exception) {
        Throwable deepest = exception;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return deepest instanceof FlywayException && message != null ? message.strip() : "it ends inside a statement";
    }

    private static final class NamedScript extends StringResource {

        private final String name;

        NamedScript(String name, String text) {
            super(text);
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }
    }
}

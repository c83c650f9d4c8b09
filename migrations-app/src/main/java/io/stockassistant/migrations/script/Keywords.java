package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.Identifiers;
import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of statement a text is, as far as its first words tell. */
final class Keywords {

    private static final Pattern TRANSACTION_CONTROL = Pattern.compile(
            "(BEGIN|START TRANSACTION|COMMIT|END|ABORT|ROLLBACK(?!( WORK| TRANSACTION)? TO\\b)|PREPARE TRANSACTION)\\b.*");

    /** What Flyway 13's PostgreSQL parser runs outside of a transaction by itself. */
    private static final Pattern KNOWN_TO_FLYWAY = Pattern.compile("((CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION)"
            + "|(CREATE|DROP)( UNIQUE)? INDEX CONCURRENTLY"
            + "|REINDEX( \\([^)]*\\))?( VERBOSE)? (SCHEMA|DATABASE|SYSTEM)"
            + "|ALTER SYSTEM|VACUUM|DISCARD ALL)\\b.*");

    /** What PostgreSQL refuses in a transaction all the same. */
    private static final Pattern UNKNOWN_TO_FLYWAY = Pattern.compile(
            "(REINDEX\\b.*\\bCONCURRENTLY|ALTER TABLE .*\\bDETACH PARTITION .*\\bCONCURRENTLY)\\b.*");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** More than the words that tell take up. */
    private static final int LONGEST_BEGINNING = 400;

    private Keywords() {}

    static Statement toStatement(StatementScanner.Cut cut) {
        boolean known = KNOWN_TO_FLYWAY.matcher(beginning(cut.sql())).matches();
        return new Statement(cut.sql(), cut.line(), !known, cut.copyData());
    }

    /** BEGIN, COMMIT and the like; not savepoints. */
    static boolean isTransactionControl(Statement statement) {
        return TRANSACTION_CONTROL.matcher(beginning(statement.sql())).matches();
    }

    /** PostgreSQL refuses it in a transaction, and Flyway does not see that. */
    static boolean isNonTransactional(Statement statement) {
        return UNKNOWN_TO_FLYWAY.matcher(beginning(statement.sql())).matches();
    }

    /** Whether it creates (without IF NOT EXISTS) or drops a schema, given as PostgreSQL folds it. */
    static boolean ownsSchema(Statement statement, String schema, boolean drop) {
        if (!beginning(statement.sql()).startsWith(drop ? "DROP SCHEMA" : "CREATE SCHEMA")) {
            return false;
        }
        String quoted = Pattern.quote(Identifiers.quote(schema));
        boolean folds = schema.equals(schema.toLowerCase(Locale.ROOT));
        String name = folds ? "(?:" + quoted + "|(?i:" + Pattern.quote(schema) + "))" : quoted;
        String text = WHITE_SPACE.matcher(statement.body().strip()).replaceAll(" ");
        String form = drop
                ? "(?i:DROP SCHEMA (IF EXISTS )?)([^;]*, ?)?" + name + "( ?,.*|(?i: (CASCADE|RESTRICT)))?"
                : "(?i:CREATE SCHEMA (AUTHORIZATION )?)" + name + "( .*)?";
        return Pattern.matches("(?s)" + form, text);
    }

    private static String beginning(String sql) {
        int start = Comments.endOfLeading(sql);
        String text = sql.substring(start, Math.min(sql.length(), start + LONGEST_BEGINNING));
        return WHITE_SPACE.matcher(text).replaceAll(" ").toUpperCase(Locale.ROOT);
    }
}

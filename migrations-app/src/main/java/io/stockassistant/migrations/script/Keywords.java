package io.stockassistant.migrations.script;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of statement a text is, as far as its first words tell. */
final class Keywords {

    private static final Pattern TRANSACTION_CONTROL = Pattern.compile(
            "(BEGIN|START TRANSACTION|COMMIT|END|ABORT|ROLLBACK(?!( WORK| TRANSACTION)? TO\\b)|PREPARE TRANSACTION)\\b.*");
    private static final Pattern UNRECOGNISED_NON_TRANSACTIONAL = Pattern.compile(
            "(REINDEX\\b.*\\bCONCURRENTLY|REINDEX( \\(.*?\\))? (SCHEMA|DATABASE|SYSTEM)"
                    + "|ALTER TABLE .*\\bDETACH PARTITION .*\\bCONCURRENTLY"
                    + "|(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION)"
                    + "|(CREATE( UNIQUE)?|DROP) INDEX CONCURRENTLY|VACUUM|ALTER SYSTEM|DISCARD ALL)\\b.*");

    private Keywords() {}

    /** BEGIN, COMMIT and the like; not savepoints. */
    static boolean isTransactionControl(Statement statement) {
        return TRANSACTION_CONTROL.matcher(normalised(statement)).matches();
    }

    /** PostgreSQL refuses it in a transaction, whatever Flyway's parser says of it. */
    static boolean isNonTransactional(Statement statement) {
        return UNRECOGNISED_NON_TRANSACTIONAL.matcher(normalised(statement)).matches();
    }

    /** Whether it creates (without IF NOT EXISTS) or drops a schema, given as PostgreSQL folds it. */
    static boolean ownsSchema(Statement statement, String schema, boolean drop) {
        String name = "(?:\"" + Pattern.quote(schema) + "\"|(?i:" + Pattern.quote(schema) + "))";
        String text = statement.body().strip().replaceAll("\\s+", " ");
        String form = drop
                ? "(?i:DROP SCHEMA (IF EXISTS )?)([^;]*, ?)?" + name + "( ?,.*|(?i: (CASCADE|RESTRICT)))?"
                : "(?i:CREATE SCHEMA )" + name + "( .*)?";
        return Pattern.matches("(?s)" + form, text);
    }

    private static String normalised(Statement statement) {
        String body = statement.body();
        String start = body.length() > 2000 ? body.substring(0, 2000) : body;
        return start.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}

package io.stockassistant.migrations.script;

import io.stockassistant.migrations.module.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
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
    private static final Pattern UNKNOWN_TO_FLYWAY =
            Pattern.compile("(REINDEX\\b.*\\bCONCURRENTLY|ALTER TABLE .*\\bDETACH PARTITION .*\\bCONCURRENTLY)\\b.*");

    /** How these begin. Patterns are tried on such statements alone: most scripts have none. */
    private static final List<String> MAY_BE_KNOWN = List.of(
            "CREATE INDEX",
            "CREATE UNIQUE",
            "CREATE DATABASE",
            "CREATE TABLESPACE",
            "CREATE SUBSCRIPTION",
            "DROP INDEX",
            "DROP UNIQUE",
            "DROP DATABASE",
            "DROP TABLESPACE",
            "DROP SUBSCRIPTION",
            "REINDEX",
            "ALTER SYSTEM",
            "VACUUM",
            "DISCARD");

    private static final List<String> MAY_BE_CONTROL =
            List.of("BEGIN", "START", "COMMIT", "END", "ABORT", "ROLLBACK", "PREPARE");

    private static final Pattern SETTING = Pattern.compile(
            "SET (SESSION |LOCAL )?(CLIENT_ENCODING\\b|NAMES |DATESTYLE\\b|STANDARD_CONFORMING_STRINGS\\b).*");

    private static final Pattern HARMLESS_SETTING = Pattern.compile("SET (SESSION |LOCAL )?"
            + "((CLIENT_ENCODING ?(=|TO) ?|NAMES )'?(UTF-?8|UNICODE)'?"
            + "|DATESTYLE ?(=|TO) ?['\"]?ISO\\b.*"
            + "|STANDARD_CONFORMING_STRINGS ?(=|TO) ?'?(ON|TRUE|YES|1)'?) ?");

    /** Where a COPY writes to. */
    private static final Pattern COPY_TO =
            Pattern.compile("\\bTO\\s+(STDOUT\\b|PROGRAM\\b|E?'|\\$)", Pattern.CASE_INSENSITIVE);

    /** What may stand between two words. */
    private static final Pattern WHITE_SPACE = Pattern.compile("(?:\\s|/\\*.*?\\*/|--[^\\r\\n]*)+", Pattern.DOTALL);

    /** More than the words that tell take up. */
    private static final int LONGEST_BEGINNING = 400;

    private Keywords() {}

    static Statement toStatement(StatementScanner.Cut cut) {
        boolean known = MAY_BE_KNOWN.stream().anyMatch(words -> begins(cut.sql(), words))
                && KNOWN_TO_FLYWAY.matcher(beginning(cut.sql())).matches();
        return new Statement(cut.sql(), cut.line(), !known, cut.copyData());
    }

    /** BEGIN, COMMIT and the like; not savepoints. */
    static boolean isTransactionControl(Statement statement) {
        return MAY_BE_CONTROL.stream().anyMatch(words -> begins(statement.sql(), words))
                && TRANSACTION_CONTROL.matcher(beginning(statement.sql())).matches();
    }

    /** PostgreSQL refuses it in a transaction, and Flyway does not see that. */
    static boolean isNonTransactional(Statement statement) {
        return (begins(statement.sql(), "REINDEX") || begins(statement.sql(), "ALTER TABLE"))
                && UNKNOWN_TO_FLYWAY.matcher(beginning(statement.sql())).matches();
    }

    /**
     * Sets something without which the message of which it is a part could not be read: the driver takes no other
     * client_encoding than UTF8 and no other DateStyle than ISO and breaks the connection, and the server has read the
     * strings of the whole message before standard_conforming_strings changes.
     */
    static boolean isUnusableSetting(Statement statement) {
        return begins(statement.sql(), "SET")
                && SETTING.matcher(beginning(statement.sql())).matches()
                && !HARMLESS_SETTING.matcher(beginning(statement.sql())).matches();
    }

    /** COPY … TO STDOUT: nobody is there to take the rows, and the driver gives up on the rest of the message. */
    static boolean isCopyToClient(Statement statement) {
        if (!begins(statement.sql(), "COPY")) {
            return false;
        }
        String last = "";
        for (Matcher matcher = COPY_TO.matcher(statement.body()); matcher.find(); ) {
            last = matcher.group(1);
        }
        return last.equalsIgnoreCase("STDOUT");
    }

    /** DISCARD ALL: it also ends the settings and locks of the step that it is a part of. */
    static boolean isDiscardAll(Statement statement) {
        return begins(statement.sql(), "DISCARD ALL");
    }

    /** Whether it creates (without IF NOT EXISTS) or drops a schema, given as PostgreSQL folds it. */
    static boolean ownsSchema(Statement statement, String schema, boolean drop) {
        if (!begins(statement.sql(), drop ? "DROP SCHEMA" : "CREATE SCHEMA")) {
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

    /** Whether a statement begins with some words, in any case and with any white space between; without a pattern. */
    private static boolean begins(String sql, String words) {
        int i = Comments.endOfLeading(sql);
        for (int w = 0; w < words.length(); w++) {
            boolean space = words.charAt(w) == ' ';
            int next = space ? Comments.endOfSpace(sql, i) : i + 1;
            if (i >= sql.length() || next == i || (!space && Character.toUpperCase(sql.charAt(i)) != words.charAt(w))) {
                return false;
            }
            i = next;
        }
        return true;
    }

    private static String beginning(String sql) {
        int start = Comments.endOfLeading(sql);
        String text = sql.substring(start, Math.min(sql.length(), start + LONGEST_BEGINNING));
        return WHITE_SPACE.matcher(text).replaceAll(" ").toUpperCase(Locale.ROOT);
    }
}

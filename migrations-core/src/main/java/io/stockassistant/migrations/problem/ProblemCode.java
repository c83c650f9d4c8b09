package io.stockassistant.migrations.problem;

import java.util.Locale;

/**
 * Stable names of everything that can be wrong, as they appear in JSON and after the word "error" in text, each with
 * the exit status of a command that is stopped by it.
 */
public enum ProblemCode {
    // the command line and the configuration
    INVALID_OPTION(ExitStatus.USAGE),
    INVALID_CONFIGURATION(ExitStatus.USAGE),
    NO_DATABASE_CONFIGURED(ExitStatus.USAGE),
    NO_MODULES(ExitStatus.USAGE),
    INVALID_JAR(ExitStatus.USAGE),
    UNKNOWN_MODULE(ExitStatus.USAGE),
    UNKNOWN_REVISION(ExitStatus.USAGE),
    AMBIGUOUS_REVISION(ExitStatus.USAGE),
    INVALID_TARGET(ExitStatus.USAGE),
    NOT_A_DOWNGRADE_TARGET(ExitStatus.USAGE),
    NO_HISTORY(ExitStatus.USAGE),
    SHADOW_VERSION(ExitStatus.USAGE),
    NOT_COMPARABLE(ExitStatus.USAGE),

    // module descriptors
    INVALID_MODULE(ExitStatus.FINDINGS),
    DUPLICATE_MODULE(ExitStatus.FINDINGS),
    UNKNOWN_DEPENDENCY(ExitStatus.FINDINGS),
    MODULE_CYCLE(ExitStatus.FINDINGS),
    HISTORY_COLLISION(ExitStatus.FINDINGS),

    // persistence models
    INVALID_MODEL(ExitStatus.FINDINGS),
    NO_MODELS(ExitStatus.USAGE),
    RENAME_UNDECIDED(ExitStatus.FINDINGS),
    HAZARD_NOT_ALLOWED(ExitStatus.REFUSED),
    UNPROVEN(ExitStatus.REFUSED),

    // migration files
    INVALID_FILE_NAME(ExitStatus.FINDINGS),
    INVALID_CLASS(ExitStatus.FINDINGS),
    INVALID_HEADER(ExitStatus.FINDINGS),
    DUPLICATE_VERSION(ExitStatus.FINDINGS),
    MISSING_UPGRADE(ExitStatus.FINDINGS),
    HEAD_MISMATCH(ExitStatus.FINDINGS),
    UNDECLARED_DEPENDENCY(ExitStatus.FINDINGS),
    YOUNGER_DEPENDENCY(ExitStatus.FINDINGS),
    DEPENDENCY_CYCLE(ExitStatus.FINDINGS),
    NOT_UTF8(ExitStatus.FINDINGS),
    UNTERMINATED(ExitStatus.FINDINGS),
    UNPARSABLE(ExitStatus.FINDINGS),
    MISSING_PLACEHOLDER(ExitStatus.FINDINGS),
    EMPTY_MIGRATION(ExitStatus.FINDINGS),
    MIXED_TRANSACTIONS(ExitStatus.FINDINGS),
    NEEDS_CONF(ExitStatus.FINDINGS),
    OWN_SCHEMA(ExitStatus.FINDINGS),
    UNSUPPORTED_STATEMENT(ExitStatus.FINDINGS),
    INVALID_BACKFILL(ExitStatus.FINDINGS),

    // files beside the history
    MISSING_FILE(ExitStatus.FINDINGS),
    RENAMED_FILE(ExitStatus.FINDINGS),
    CHECKSUM_MISMATCH(ExitStatus.FINDINGS),
    OUT_OF_ORDER(ExitStatus.FINDINGS),
    INCONSISTENT_HISTORY(ExitStatus.FINDINGS),
    MISSING_TABLES(ExitStatus.FINDINGS),
    UNADOPTABLE(ExitStatus.FINDINGS),

    // what a proof on a throw-away database finds
    UNDO_DIFFERS(ExitStatus.FINDINGS),
    REPLAY_DIFFERS(ExitStatus.FINDINGS),
    ORDER_DIFFERS(ExitStatus.FINDINGS),
    MISSING_DEPENDENCY(ExitStatus.FINDINGS),

    // what no script leads over
    INEXPRESSIBLE_DIFFERENCE(ExitStatus.FINDINGS),

    // the database
    DATABASE_UNREACHABLE(ExitStatus.DATABASE),
    AUTHENTICATION_FAILED(ExitStatus.DATABASE),
    DATABASE_MISSING(ExitStatus.DATABASE),
    WRONG_ENCODING(ExitStatus.DATABASE),
    PERMISSION_DENIED(ExitStatus.DATABASE),
    SERVER_TOO_OLD(ExitStatus.DATABASE),
    EMBEDDED_SERVER(ExitStatus.DATABASE),
    CONNECTION_LOST(ExitStatus.DATABASE),
    LOCK_TIMEOUT(ExitStatus.DATABASE),
    LOCK_LOST(ExitStatus.DATABASE),
    POOLED_CONNECTION(ExitStatus.DATABASE),

    // carrying out a plan
    FAILED_MIGRATION(ExitStatus.MIGRATION_FAILED),
    FAILED_TASK(ExitStatus.MIGRATION_FAILED),
    FAILED_BACKFILL(ExitStatus.MIGRATION_FAILED),
    BACKFILL_PENDING(ExitStatus.REFUSED),
    NOT_ATOMIC(ExitStatus.REFUSED),
    NOT_UP_TO_DATE(ExitStatus.REFUSED),
    INTERRUPTED(ExitStatus.INTERRUPTED),
    IRREVERSIBLE(ExitStatus.REFUSED),
    CASCADE_REQUIRED(ExitStatus.REFUSED),
    CONFIRMATION_REQUIRED(ExitStatus.REFUSED),
    PLAN_OUTDATED(ExitStatus.REFUSED),
    PARTLY_SQUASHED(ExitStatus.REFUSED),
    NOT_IN_BASELINE(ExitStatus.REFUSED),
    JAVA_MIGRATION(ExitStatus.REFUSED),
    SQUASH_REFUSED(ExitStatus.REFUSED),
    REFUSED_IN_PRODUCTION(ExitStatus.REFUSED),
    DATA_LOSS(ExitStatus.REFUSED),
    OUTPUT_LOST(ExitStatus.UNEXPECTED),
    UNEXPECTED(ExitStatus.UNEXPECTED);

    private final ExitStatus exitStatus;

    ProblemCode(ExitStatus exitStatus) {
        this.exitStatus = exitStatus;
    }

    /** The kebab-case word of the command-line contract, for example {@code unknown-module}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public ExitStatus exitStatus() {
        return exitStatus;
    }
}

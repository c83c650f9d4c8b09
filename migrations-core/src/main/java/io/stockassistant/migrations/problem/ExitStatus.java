package io.stockassistant.migrations.problem;

/** How a command ended, as the process reports it. Scripts rely on the numbers. */
public enum ExitStatus {
    /** Done, or nothing to do. */
    DONE(0),
    /** A defect of this program, or its answer could not be written. */
    UNEXPECTED(1),
    /** The command line or the configuration makes no sense. */
    USAGE(2),
    /** Something was found: not current, a problem in files or history, drift. */
    FINDINGS(3),
    /** The database cannot be reached, or refuses us. */
    DATABASE(4),
    /** A migration failed, or a task of {@code init}. */
    MIGRATION_FAILED(5),
    /** Refused by policy; the message names the flag that allows it. */
    REFUSED(6),
    /** Ended by Ctrl-C. */
    INTERRUPTED(130),
    /** Ended by SIGTERM. */
    TERMINATED(143);

    private final int number;

    ExitStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}

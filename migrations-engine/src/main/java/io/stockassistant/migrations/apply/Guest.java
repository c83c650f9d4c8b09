package io.stockassistant.migrations.apply;

/** Whose code gets a connection of a run, in the words of what it is refused. */
public enum Guest {
    MIGRATION(
            "a migration",
            "a migration is one transaction together with its history row. To end transactions of its own, it says"
                    + " canExecuteInTransaction() = false.",
            "the connection after migrate() has returned: its step is over."),
    TASK(
            "a task of init",
            "a task is one transaction, which ends after it.",
            "the connection after carryOut() has returned: the task is over."),
    BACKFILL(
            "a backfill",
            "a batch is one transaction together with its progress.",
            "the connection after carryOut() has returned: the batch is over.");

    private final String words;
    private final String oneTransaction;
    private final String over;

    Guest(String words, String oneTransaction, String over) {
        this.words = words;
        this.oneTransaction = oneTransaction;
        this.over = over;
    }

    String words() {
        return words;
    }

    /** Why it may not end the transaction. */
    String oneTransaction() {
        return oneTransaction;
    }

    /** What it may not use any more. */
    String over() {
        return over;
    }
}

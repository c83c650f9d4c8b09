package io.stockassistant.migrations.apply;

/** Runs one step on a session. */
interface StepCarrier {

    /**
     * Runs the script and keeps the history in step with it.
     *
     * @throws StatementFailure if the server refuses; the session may be in a failed transaction then
     */
    void run(PreparedStep step) throws StatementFailure;

    /**
     * Takes back what can be taken back after a failure.
     *
     * @throws StatementFailure if the session is of no use any more
     */
    Recovery recover(PreparedStep step) throws StatementFailure;

    /** What is known when the session is of no use any more. */
    Recovery lost();

    /**
     * What became of the changes of a step that failed.
     *
     * @param state a sentence or a few
     * @param marked whether some of what it does has been carried out; without a transaction its history row says so
     */
    record Recovery(String state, boolean marked) {}
}

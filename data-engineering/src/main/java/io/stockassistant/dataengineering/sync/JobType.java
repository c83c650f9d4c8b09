package io.stockassistant.dataengineering.sync;

/** What a synchronisation fetches. */
public enum JobType {
    DAILY_HISTORY,
    FINANCE_HISTORY,
    DAILY_INCREMENTAL,
    FINANCE_INCREMENTAL
}

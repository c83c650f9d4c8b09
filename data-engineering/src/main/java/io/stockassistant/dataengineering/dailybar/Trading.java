package io.stockassistant.dataengineering.dailybar;

import org.jspecify.annotations.Nullable;

/**
 * How much of a stock changed hands on a day.
 *
 * @param vol in lots of 100 shares
 * @param amount in thousand CNY
 * @param turnoverRate volume against tradable shares, percent
 * @param turnoverRateF volume against free-float shares, percent
 * @param volumeRatio volume relative to that of recent days
 */
public record Trading(
        @Nullable Double vol,
        @Nullable Double amount,
        @Nullable Double turnoverRate,
        @Nullable Double turnoverRateF,
        @Nullable Double volumeRatio) {

    /** Nothing is known. */
    public static final Trading UNKNOWN = new Trading(null, null, null, null, null);
}

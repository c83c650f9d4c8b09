package io.stockassistant.dataengineering.dailybar;

import org.jspecify.annotations.Nullable;

/**
 * How much of a stock changed hands on a day.
 * A figure that is no number is refused with an
 * {@link IllegalArgumentException}.
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

    public Trading {
        Figures.requireNumber("vol", vol);
        Figures.requireNumber("amount", amount);
        Figures.requireNumber("turnoverRate", turnoverRate);
        Figures.requireNumber("turnoverRateF", turnoverRateF);
        Figures.requireNumber("volumeRatio", volumeRatio);
    }
}

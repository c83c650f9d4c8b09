package io.stockassistant.dataengineering.dailybar;

import org.jspecify.annotations.Nullable;

/**
 * How many shares there are, in units of 10,000, and what they are worth, in units of 10,000 CNY.
 * A figure that is no number is refused with an
 * {@link IllegalArgumentException}.
 *
 * @param floatShare the tradable ones
 * @param freeShare those in free float
 * @param circMv the value of the tradable ones
 */
public record Shares(
        @Nullable Double totalShare,
        @Nullable Double floatShare,
        @Nullable Double freeShare,
        @Nullable Double totalMv,
        @Nullable Double circMv) {

    /** Nothing is known. */
    public static final Shares UNKNOWN = new Shares(null, null, null, null, null);

    public Shares {
        Figures.requireNumber("totalShare", totalShare);
        Figures.requireNumber("floatShare", floatShare);
        Figures.requireNumber("freeShare", freeShare);
        Figures.requireNumber("totalMv", totalMv);
        Figures.requireNumber("circMv", circMv);
    }
}

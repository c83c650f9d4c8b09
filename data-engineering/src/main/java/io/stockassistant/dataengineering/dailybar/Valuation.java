package io.stockassistant.dataengineering.dailybar;

import org.jspecify.annotations.Nullable;

/**
 * Price against what the company earns and owns; {@code …Ttm} is over the trailing twelve months.
 * A figure that is no number is refused with an
 * {@link IllegalArgumentException}.
 *
 * @param pe price to earnings; null where there is a loss
 * @param pb price to book
 * @param ps price to sales
 * @param dvRatio dividend yield, percent
 */
public record Valuation(
        @Nullable Double pe,
        @Nullable Double peTtm,
        @Nullable Double pb,
        @Nullable Double ps,
        @Nullable Double psTtm,
        @Nullable Double dvRatio,
        @Nullable Double dvTtm) {

    /** Nothing is known. */
    public static final Valuation UNKNOWN = new Valuation(null, null, null, null, null, null, null);

    public Valuation {
        Figures.requireNumber("pe", pe);
        Figures.requireNumber("peTtm", peTtm);
        Figures.requireNumber("pb", pb);
        Figures.requireNumber("ps", ps);
        Figures.requireNumber("psTtm", psTtm);
        Figures.requireNumber("dvRatio", dvRatio);
        Figures.requireNumber("dvTtm", dvTtm);
    }
}

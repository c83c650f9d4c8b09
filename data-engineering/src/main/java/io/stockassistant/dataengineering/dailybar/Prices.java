package io.stockassistant.dataengineering.dailybar;

import org.jspecify.annotations.Nullable;

/**
 * Prices of a day, in the currency of trading.
 * A figure that is no number is refused with an
 * {@link IllegalArgumentException}.
 *
 * @param preClose the closing price of the previous trading day
 * @param change against the previous close
 * @param pctChg change against the previous close, percent
 * @param adjFactor the factor that adjusts prices for dividends, splits and rights issues
 */
public record Prices(
        @Nullable Double open,
        @Nullable Double high,
        @Nullable Double low,
        @Nullable Double close,
        @Nullable Double preClose,
        @Nullable Double change,
        @Nullable Double pctChg,
        @Nullable Double adjFactor) {

    /** Nothing is known. */
    public static final Prices UNKNOWN = new Prices(null, null, null, null, null, null, null, null);

    public Prices {
        Figures.requireNumber("open", open);
        Figures.requireNumber("high", high);
        Figures.requireNumber("low", low);
        Figures.requireNumber("close", close);
        Figures.requireNumber("preClose", preClose);
        Figures.requireNumber("change", change);
        Figures.requireNumber("pctChg", pctChg);
        Figures.requireNumber("adjFactor", adjFactor);
    }
}

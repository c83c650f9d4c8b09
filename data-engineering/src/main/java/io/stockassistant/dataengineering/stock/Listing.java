package io.stockassistant.dataengineering.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where and since when a stock is listed; null is what the provider has not said. A listed stock with a day
 * of delisting, or one that was delisted before it was listed, is refused with an {@link IllegalArgumentException}.
 *
 * @param market the segment of the exchange
 * @param currency in which the stock is traded
 * @param delistedOn null while the stock is listed
 */
public record Listing(
        @Nullable Exchange exchange,
        @Nullable String market,
        @Nullable String currency,
        @Nullable ListStatus status,
        @Nullable LocalDate listedOn,
        @Nullable LocalDate delistedOn,
        @Nullable StockConnect connect) {

    /** A listing of which nothing is known yet. */
    public static final Listing UNKNOWN = new Listing(null, null, null, null, null, null, null);

    public Listing {
        if (delistedOn != null && status == ListStatus.LISTED) {
            throw new IllegalArgumentException(
                    "a listed stock has no day of delisting, and this one has " + delistedOn + ": make it DELISTED");
        }
        if (delistedOn != null && listedOn != null && delistedOn.isBefore(listedOn)) {
            throw new IllegalArgumentException(
                    "the day of delisting, " + delistedOn + ", lies before the day of listing, " + listedOn);
        }
    }

    /** Whether investors in Hong Kong can trade the stock. */
    public boolean isOpenToHongKong() {
        return connect != null && connect != StockConnect.NONE;
    }
}

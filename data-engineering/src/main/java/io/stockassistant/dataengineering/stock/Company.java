package io.stockassistant.dataengineering.stock;

import org.jspecify.annotations.Nullable;

/**
 * The company behind a stock.
 *
 * @param fullName its full name in Chinese
 * @param area where it is based
 */
public record Company(
        @Nullable String fullName,
        @Nullable String englishName,
        @Nullable String area,
        @Nullable String industry) {

    /** A company of which nothing is known yet. */
    public static final Company UNKNOWN = new Company(null, null, null, null);
}

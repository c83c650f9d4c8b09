package io.stockassistant.dataengineering.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stock.
 *
 * @param symbol the code as the exchange writes it, for example {@code 000001}
 * @param name the short name
 * @param pinyin the initials of the name
 * @param source the provider that told us
 * @param financeSyncedOn when its financial data was last fetched
 */
public record Stock(
        ThirdCode thirdCode,
        String symbol,
        String name,
        @Nullable String pinyin,
        Company company,
        Listing listing,
        @Nullable String source,
        @Nullable LocalDate financeSyncedOn) {

    /** A stock of which only the codes and the name are known. */
    public static Stock named(ThirdCode thirdCode, String symbol, String name) {
        return new Stock(thirdCode, symbol, name, null, Company.UNKNOWN, Listing.UNKNOWN, null, null);
    }
}

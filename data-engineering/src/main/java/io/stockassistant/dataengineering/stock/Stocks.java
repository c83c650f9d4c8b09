package io.stockassistant.dataengineering.stock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All stocks. */
public interface Stocks {

    /**
     * Adds a stock.
     *
     * @throws StockExists when one has its third code or its symbol
     */
    void add(Stock stock);

    /** The stock with this code. */
    Optional<Stock> find(ThirdCode thirdCode);

    /**
     * The stock with this code.
     *
     * @throws NoSuchStock when there is none
     */
    default Stock get(ThirdCode thirdCode) {
        return find(thirdCode).orElseThrow(() -> new NoSuchStock(thirdCode));
    }

    /**
     * Notes on which day financial data was fetched for these stocks; a later day that is noted already stays, and codes
     * that nobody registered are passed over. Calls that meet wait for each other and cannot deadlock.
     */
    void markFinanceSynced(Collection<ThirdCode> thirdCodes, LocalDate day);

    /**
     * Stocks in the order of their third codes.
     *
     * @param after the last code of the page before; null for the first page
     * @param limit how many at most
     */
    List<Stock> listAfter(@Nullable ThirdCode after, int limit);
}

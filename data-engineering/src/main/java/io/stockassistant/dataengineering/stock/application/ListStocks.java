package io.stockassistant.dataengineering.stock.application;

import io.stockassistant.dataengineering.stock.Stock;
import io.stockassistant.dataengineering.stock.Stocks;
import io.stockassistant.dataengineering.stock.ThirdCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Lists stocks page by page. */
@Transactional(readOnly = true)
public class ListStocks {

    /** The most that a page may have. */
    public static final int LARGEST_PAGE = 1000;

    private final Stocks stocks;

    public ListStocks(Stocks stocks) {
        this.stocks = stocks;
    }

    /**
     * A page of stocks in the order of their third codes; the last code of a page leads to the next one.
     *
     * @param after the last code of the page before; null for the first page
     * @throws IllegalArgumentException when {@code limit} is not between 1 and {@link #LARGEST_PAGE}
     */
    public List<Stock> listAfter(@Nullable ThirdCode after, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "a page has 1 to " + LARGEST_PAGE + " stocks, and " + limit + " were asked for");
        }
        return stocks.listAfter(after, limit);
    }
}

package io.stockassistant.dataengineering.stock.application;

import io.stockassistant.dataengineering.stock.Stock;
import io.stockassistant.dataengineering.stock.StockExists;
import io.stockassistant.dataengineering.stock.Stocks;
import org.springframework.transaction.annotation.Transactional;

/** Registers a stock. */
@Transactional
public class RegisterStock {

    private final Stocks stocks;

    public RegisterStock(Stocks stocks) {
        this.stocks = stocks;
    }

    /**
     * Registers a stock.
     *
     * @throws StockExists when one has its third code or its symbol
     */
    public void register(Stock stock) {
        stocks.add(stock);
    }
}

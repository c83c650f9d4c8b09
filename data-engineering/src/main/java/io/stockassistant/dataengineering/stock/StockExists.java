package io.stockassistant.dataengineering.stock;

/** A stock was to be registered whose third code or symbol another one has. */
public final class StockExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StockExists(Stock stock) {
        super("a stock with the code " + stock.thirdCode() + " or the symbol " + stock.symbol()
                + " is registered already: look it up, or correct the code or the symbol");
    }
}

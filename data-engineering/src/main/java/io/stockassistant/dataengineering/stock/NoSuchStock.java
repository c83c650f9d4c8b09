package io.stockassistant.dataengineering.stock;

/** A stock was asked for that is not registered. */
public final class NoSuchStock extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchStock(ThirdCode thirdCode) {
        super("no stock has the code " + thirdCode + ": register it first, or correct the code");
    }
}

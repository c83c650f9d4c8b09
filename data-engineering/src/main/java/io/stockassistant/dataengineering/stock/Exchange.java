package io.stockassistant.dataengineering.stock;

/**
 * An exchange, by the provider's code for it. New exchanges appear without a release of this program, so this is no
 * enumeration.
 */
public record Exchange(String code) {

    public static final Exchange SHANGHAI = new Exchange("SSE");
    public static final Exchange SHENZHEN = new Exchange("SZSE");
    public static final Exchange BEIJING = new Exchange("BSE");

    public Exchange {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an exchange needs a code, for example SSE");
        }
    }
}

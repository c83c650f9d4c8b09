package io.stockassistant.dataengineering.stock;

import java.util.Arrays;

/** The link through which investors in Hong Kong can trade a stock. */
public enum StockConnect {
    NONE("N"),
    SHANGHAI("H"),
    SHENZHEN("S");

    private final String code;

    StockConnect(String code) {
        this.code = code;
    }

    /** The provider's letter. */
    public String code() {
        return code;
    }

    /**
     * The link with this letter.
     *
     * @throws IllegalArgumentException when no link has it
     */
    public static StockConnect ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + code + "' is no Stock Connect link: use N, H or S"));
    }
}

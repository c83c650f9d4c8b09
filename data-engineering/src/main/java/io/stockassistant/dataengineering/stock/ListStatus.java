package io.stockassistant.dataengineering.stock;

import java.util.Arrays;

/** Whether a stock can be traded at its exchange. */
public enum ListStatus {
    LISTED("L"),
    DELISTED("D"),
    SUSPENDED("P");

    private final String code;

    ListStatus(String code) {
        this.code = code;
    }

    /** The provider's letter. */
    public String code() {
        return code;
    }

    /**
     * The status with this letter.
     *
     * @throws IllegalArgumentException when no status has it
     */
    public static ListStatus ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no listing status: use L, D or P"));
    }
}

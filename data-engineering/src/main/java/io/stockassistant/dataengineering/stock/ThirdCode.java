package io.stockassistant.dataengineering.stock;

/**
 * The code of a stock at the data provider (Tushare {@code ts_code}), for example {@code 000001.SZ}. A blank one, or
 * one of more than 20 characters, is refused with an {@link IllegalArgumentException}.
 */
public record ThirdCode(String value) implements Comparable<ThirdCode> {

    private static final int LONGEST = 20;

    public ThirdCode {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("'" + value + "' is no code of a stock at the provider: give 1 to "
                    + LONGEST + " characters, for example 000001.SZ");
        }
    }

    @Override
    public int compareTo(ThirdCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

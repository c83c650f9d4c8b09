package io.stockassistant.migrations.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how often, or how many: no negative numbers. */
final class CountConverter implements ITypeConverter<Integer> {

    private static final int MOST_DIGITS = 9;

    @Override
    public Integer convert(String text) {
        String digits = text.strip();
        if (digits.isEmpty()
                || digits.length() > MOST_DIGITS
                || !digits.chars().allMatch(each -> each >= '0' && each <= '9')) {
            throw new TypeConversionException("'" + text + "' is not a count: write 0, 1, 2 or more");
        }
        return Integer.valueOf(digits);
    }
}

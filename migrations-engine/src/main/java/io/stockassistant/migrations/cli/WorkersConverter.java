package io.stockassistant.migrations.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many there are to be that work at the same time. */
final class WorkersConverter implements ITypeConverter<Integer> {

    private static final int MOST = 64;

    /** So many, or as many as there may be. */
    static int most(int number) {
        return Math.min(MOST, number);
    }

    @Override
    public Integer convert(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > MOST) {
            throw new TypeConversionException("'" + text + "' is not a number from 1 to " + MOST);
        }
        return Integer.valueOf(digits);
    }
}

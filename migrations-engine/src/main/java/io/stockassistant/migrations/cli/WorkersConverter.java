package io.stockassistant.migrations.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many workers there are to be. */
final class WorkersConverter implements ITypeConverter<Integer> {

    private static final int MOST = 64;

    @Override
    public Integer convert(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > MOST) {
            throw new TypeConversionException("'" + text + "' is no number of workers: write one from 1 to " + MOST);
        }
        return Integer.valueOf(digits);
    }
}

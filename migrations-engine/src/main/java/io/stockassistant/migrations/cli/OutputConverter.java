package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.cli.CommonOptions.Output;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how results are shown. */
final class OutputConverter implements ITypeConverter<Output> {

    @Override
    public Output convert(String text) {
        for (Output output : Output.values()) {
            if (output.name().equalsIgnoreCase(text)) {
                return output;
            }
        }
        throw new TypeConversionException("'" + text
                + "' is not an output: write text or json; for diff also sql; for lint also sarif, github, gitlab,"
                + " junit or markdown");
    }
}

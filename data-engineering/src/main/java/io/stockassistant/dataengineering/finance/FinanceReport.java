package io.stockassistant.dataengineering.finance;

import io.stockassistant.dataengineering.stock.ThirdCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The indicators that a company announced on a day for a period. One that was announced before the period had
 * ended, and a figure that is no number, is refused with an {@link IllegalArgumentException}.
 *
 * @param announcedOn when the report was announced; a later announcement for the same period is another report
 * @param periodEnd the last day of the reporting period
 * @param figures those that the provider has
 * @param source the provider that told us
 */
public record FinanceReport(
        ThirdCode thirdCode,
        LocalDate announcedOn,
        LocalDate periodEnd,
        Map<FinanceFigure, Double> figures,
        @Nullable String source) {

    public FinanceReport {
        if (announcedOn.isBefore(periodEnd)) {
            throw new IllegalArgumentException("a report of " + thirdCode + " for the period to " + periodEnd
                    + " cannot have been announced on " + announcedOn + ": are the two days exchanged?");
        }
        figures.forEach((figure, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the figure " + figure + " in a report of " + thirdCode + " is "
                        + value + ": give a number, or leave it out");
            }
        });
        EnumMap<FinanceFigure, Double> own = new EnumMap<>(FinanceFigure.class);
        own.putAll(figures);
        figures = Collections.unmodifiableMap(own);
    }

    /** A figure, where the provider has it. */
    public OptionalDouble find(FinanceFigure figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}

package io.stockassistant.dataengineering.dailybar;

import io.stockassistant.dataengineering.stock.ThirdCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All daily bars. */
public interface DailyBars {

    /**
     * Adds bars, and replaces those that are there already and differ. Where a stock and day stand twice, the last one
     * wins. The stream is read as it comes and never held as a whole.
     *
     * @return how many bars are new or changed
     */
    long record(Stream<DailyBar> bars);

    /**
     * Bars of a stock in the order of their days.
     *
     * @param after the last day of the page before; null for the first page
     * @param limit how many at most
     */
    List<DailyBar> listAfter(ThirdCode thirdCode, @Nullable LocalDate after, int limit);
}

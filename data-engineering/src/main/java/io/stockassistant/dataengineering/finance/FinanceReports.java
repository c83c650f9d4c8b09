package io.stockassistant.dataengineering.finance;

import io.stockassistant.dataengineering.stock.ThirdCode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All finance reports. */
public interface FinanceReports {

    /**
     * Adds reports, and replaces those that are there already and differ. Where a stock, announcement and period stand
     * twice, the last one wins. The stream is read as it comes and never held as a whole.
     *
     * @return how many reports are new or changed
     */
    long record(Stream<FinanceReport> reports);

    /**
     * Reports of a stock in the order of their announcements and periods.
     *
     * @param after the last report of the page before; null for the first page
     * @param limit how many at most
     */
    List<FinanceReport> listAfter(ThirdCode thirdCode, @Nullable FinanceReport after, int limit);
}

package io.stockassistant.dataengineering.finance.application;

import io.stockassistant.dataengineering.finance.FinanceReport;
import io.stockassistant.dataengineering.finance.FinanceReports;
import io.stockassistant.dataengineering.stock.Stocks;
import io.stockassistant.dataengineering.stock.ThirdCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;

/** Records what the provider says about companies' finances: all of a call, or nothing. */
@Transactional
public class RecordFinanceReports {

    private final FinanceReports reports;
    private final Stocks stocks;
    private final Clock clock;

    public RecordFinanceReports(FinanceReports reports, Stocks stocks, Clock clock) {
        this.reports = reports;
        this.stocks = stocks;
        this.clock = clock;
    }

    /**
     * Adds reports, and replaces those that are there already and differ; of two for one stock, announcement and period
     * the last one wins. Their stocks, where they are registered, keep the day of the clock as the one on which their
     * financial data was last fetched.
     *
     * @return how many reports are new or changed
     */
    public long record(Stream<FinanceReport> recorded) {
        LocalDate today = LocalDate.now(clock);
        Set<ThirdCode> fetched = new HashSet<>();
        long written = reports.record(recorded.peek(report -> fetched.add(report.thirdCode())));
        stocks.markFinanceSynced(fetched, today);
        return written;
    }
}

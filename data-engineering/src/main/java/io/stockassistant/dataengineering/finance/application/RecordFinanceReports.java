package io.stockassistant.dataengineering.finance.application;

import io.stockassistant.dataengineering.finance.FinanceReport;
import io.stockassistant.dataengineering.finance.FinanceReports;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;

/** Records what the provider says about companies' finances: all of a call, or nothing. */
@Transactional
public class RecordFinanceReports {

    private final FinanceReports reports;

    public RecordFinanceReports(FinanceReports reports) {
        this.reports = reports;
    }

    /**
     * Adds reports, and replaces those that are there already and differ; of two for one stock, announcement and period
     * the last one wins.
     *
     * @return how many reports are new or changed
     */
    public long record(Stream<FinanceReport> recorded) {
        return reports.record(recorded);
    }
}

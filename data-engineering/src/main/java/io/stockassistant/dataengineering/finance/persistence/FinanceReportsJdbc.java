package io.stockassistant.dataengineering.finance.persistence;

import io.stockassistant.dataengineering.bulk.BulkUpsert;
import io.stockassistant.dataengineering.finance.FinanceReport;
import io.stockassistant.dataengineering.finance.FinanceReports;
import io.stockassistant.dataengineering.stock.ThirdCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

final class FinanceReportsJdbc implements FinanceReports {

    // The driver writes it as -infinity.
    private static final LocalDate BEFORE_ALL = LocalDate.MIN;

    private final JdbcClient jdbc;
    private final BulkUpsert<StockFinanceModel> upsert;
    private final FinanceReportMapper mapper;

    FinanceReportsJdbc(JdbcClient jdbc, BulkUpsert<StockFinanceModel> upsert, FinanceReportMapper mapper) {
        this.jdbc = jdbc;
        this.upsert = upsert;
        this.mapper = mapper;
    }

    @Override
    public long record(Stream<FinanceReport> reports) {
        try (Stream<StockFinanceModel> rows = reports.map(mapper::toModel)) {
            return upsert.write(rows.iterator());
        }
    }

    @Override
    public List<FinanceReport> listAfter(ThirdCode thirdCode, @Nullable FinanceReport after, int limit) {
        return jdbc
                .sql("""
                        SELECT * FROM data_engineering.stock_finance
                        WHERE third_code = :code AND (ann_date, end_date) > (:announced, :end)
                        ORDER BY ann_date, end_date LIMIT :limit""")
                .param("code", thirdCode.value())
                .param("announced", after == null ? BEFORE_ALL : after.announcedOn())
                .param("end", after == null ? BEFORE_ALL : after.periodEnd())
                .param("limit", limit)
                .query(StockFinanceModel.class)
                .list()
                .stream()
                .map(mapper::toReport)
                .toList();
    }
}

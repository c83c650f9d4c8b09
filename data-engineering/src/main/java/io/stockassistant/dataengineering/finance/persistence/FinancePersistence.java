package io.stockassistant.dataengineering.finance.persistence;

import io.stockassistant.dataengineering.bulk.BulkTable;
import io.stockassistant.dataengineering.bulk.BulkUpsert;
import io.stockassistant.dataengineering.finance.FinanceReports;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps finance reports in the database. */
@Configuration(proxyBeanMethods = false)
public class FinancePersistence {

    /** All reports, in the table {@code stock_finance}. */
    @Bean
    FinanceReports financeReports(DataSource dataSource, JdbcClient jdbc) {
        BulkTable<StockFinanceModel> table = BulkTable.of("data_engineering.stock_finance", StockFinanceModel.class);
        return new FinanceReportsJdbc(jdbc, new BulkUpsert<>(dataSource, table), new FinanceReportMapper());
    }
}

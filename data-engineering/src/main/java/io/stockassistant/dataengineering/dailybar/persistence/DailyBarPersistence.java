package io.stockassistant.dataengineering.dailybar.persistence;

import io.stockassistant.dataengineering.bulk.BulkTable;
import io.stockassistant.dataengineering.bulk.BulkUpsert;
import io.stockassistant.dataengineering.dailybar.DailyBars;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps daily bars in the database. */
@Configuration(proxyBeanMethods = false)
public class DailyBarPersistence {

    /** All bars, in the table {@code stock_daily}. */
    @Bean
    DailyBars dailyBars(DataSource dataSource, JdbcClient jdbc) {
        BulkTable<StockDailyModel> table = BulkTable.of("data_engineering.stock_daily", StockDailyModel.class);
        return new DailyBarsJdbc(jdbc, new BulkUpsert<>(dataSource, table), new DailyBarMapperGenerated());
    }
}

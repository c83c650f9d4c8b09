package io.stockassistant.dataengineering.stock.persistence;

import io.stockassistant.dataengineering.stock.Stocks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps stocks in the database. */
@Configuration(proxyBeanMethods = false)
public class StockPersistence {

    /** All stocks, in the table {@code stock_info}. */
    @Bean
    Stocks stocks(JdbcClient jdbc) {
        return new StocksJdbc(jdbc, new StockMapperGenerated());
    }
}

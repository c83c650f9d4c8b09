package io.stockassistant.dataengineering;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.MigratedDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The example of docs/guides/test-with-a-database.md. */
@MigratedDatabase("data-engineering")
class TheTablesOfStocksTest {

    private final DataSource source;

    TheTablesOfStocksTest(DataSource source) {
        this.source = source;
    }

    @Test
    void aStockGetsItsKeyFromTheDatabase() {
        int id = JdbcClient.create(source)
                .sql("INSERT INTO data_engineering.stock_info (third_code, symbol, name)"
                        + " VALUES ('000001.SZ', '000001', 'Ping An') RETURNING id")
                .query(Integer.class)
                .single();

        assertThat(id).isPositive();
    }
}

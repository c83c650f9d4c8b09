package io.stockassistant.dataengineering;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.backfill.BackfillBook;
import io.stockassistant.migrations.backfill.BackfillBooks;
import io.stockassistant.migrations.backfill.BackfillFailure;
import io.stockassistant.migrations.backfill.BackfillObserver;
import io.stockassistant.migrations.backfill.BackfillRun;
import io.stockassistant.migrations.backfill.BackfillSettings;
import io.stockassistant.migrations.backfill.BackfillState;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillReader;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The backfill {@code D20260213000000__exchange_of_stocks.sql} on stocks as providers have delivered them. */
@MigratedDatabase("data-engineering")
class TheExchangeOfStocksTest {

    private static final Revision EXCHANGES =
            Revision.find("data-engineering@20260213000000").orElseThrow();

    private final DataSource dataSource;
    private final JdbcClient client;

    TheExchangeOfStocksTest(DataSource dataSource) {
        this.dataSource = dataSource;
        this.client = JdbcClient.create(dataSource);
    }

    @Test
    void followsFromTheSuffixOfTheThirdCode() throws SQLException {
        client.sql("""
                INSERT INTO data_engineering.stock_info (third_code, symbol, name, exchange)
                VALUES ('600000.SH', '600000', 'a', NULL), ('000001.SZ', '000001', 'b', 'XSHE'), ('830799.BJ', '830799', 'c', ''),
                    ('600001.SH', '600001', 'd', 'SSE'), ('00700', '00700', 'e', NULL), ('AAPL.US', 'AAPL', 'f', NULL)
                """).update();

        BackfillBook book = run();

        assertThat(client.sql("SELECT third_code || ' ' || exchange FROM data_engineering.stock_info"
                                + " WHERE exchange IS NOT NULL ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("000001.SZ SZSE", "600000.SH SSE", "600001.SH SSE", "830799.BJ BSE");
        assertThat(book.state()).isEqualTo(BackfillState.FAILED);
        assertThat(failures())
                .containsExactlyInAnyOrder(
                        "invalid input syntax for type integer: \"no exchange is known for 00700\"",
                        "invalid input syntax for type integer: \"no exchange is known for AAPL.US\"");
    }

    private BackfillBook run() throws SQLException {
        Modules modules = Modules.of(ModuleSource.classPath());
        Backfill backfill = Migrations.list(modules).findBackfill(EXCHANGES).orElseThrow();
        try (Connection connection = dataSource.getConnection()) {
            new BackfillBooks(connection).forget(EXCHANGES); // the migrations have run it on no rows
        }
        return new BackfillRun(
                        this::open,
                        new BackfillReader(modules.get("data-engineering"), Map.of()).read(backfill),
                        "data_engineering",
                        BackfillSettings.DEFAULTS,
                        new BackfillObserver() {},
                        new Interruption())
                .run();
    }

    private Connection open(String purpose) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(purpose, e);
        }
    }

    private List<String> failures() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new BackfillBooks(connection)
                    .listFailures(EXCHANGES, 10).stream()
                            .map(BackfillFailure::message)
                            .toList();
        }
    }
}

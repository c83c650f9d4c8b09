package io.stockassistant.dataengineering.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.dataengineering.StartedContext;
import io.stockassistant.dataengineering.TwoAtOnce;
import io.stockassistant.dataengineering.stock.application.ListStocks;
import io.stockassistant.dataengineering.stock.application.RegisterStock;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@MigratedDatabase("data-engineering")
class StocksInTheDatabaseTest {

    private static final Stock WHOLE = new Stock(
            new ThirdCode("600000.SH"),
            "600000",
            "浦发银行",
            "pfyh",
            new Company("上海浦东发展银行股份有限公司", "Shanghai Pudong Development Bank", "上海", "银行"),
            new Listing(
                    Exchange.SHANGHAI,
                    "主板",
                    "CNY",
                    ListStatus.DELISTED,
                    LocalDate.of(1999, 11, 10),
                    LocalDate.of(2025, 1, 2),
                    StockConnect.SHANGHAI),
            "tushare",
            LocalDate.of(2026, 2, 1));

    private final DataSource dataSource;
    private final StartedContext context;
    private final RegisterStock register;
    private final ListStocks list;
    private final Stocks stocks;

    StocksInTheDatabaseTest(DataSource dataSource) {
        this.dataSource = dataSource;
        context = new StartedContext(dataSource, Clock.systemUTC());
        register = context.get(RegisterStock.class);
        list = context.get(ListStocks.class);
        stocks = context.get(Stocks.class);
    }

    @AfterEach
    void empty() {
        JdbcClient.create(dataSource)
                .sql("DELETE FROM data_engineering.stock_info")
                .update();
        context.close();
    }

    @Test
    void whatWasRegisteredComesBackWhole() {
        Stock named = Stock.named(new ThirdCode("000001.SZ"), "000001", "平安银行");
        register.register(WHOLE);
        register.register(named);
        assertThat(stocks.get(WHOLE.thirdCode())).isEqualTo(WHOLE);
        assertThat(stocks.find(named.thirdCode())).contains(named);
    }

    @Test
    void aStockThatIsNotThereIsNotFound() {
        ThirdCode unknown = new ThirdCode("999999.SZ");
        assertThat(stocks.find(unknown)).isEmpty();
        assertThatThrownBy(() -> stocks.get(unknown))
                .isInstanceOf(NoSuchStock.class)
                .hasMessageContaining("999999.SZ");
    }

    @Test
    void aCodeOrSymbolIsRegisteredOnce() {
        register.register(WHOLE);
        Stock sameCode = Stock.named(WHOLE.thirdCode(), "600001", "other");
        Stock sameSymbol = Stock.named(new ThirdCode("600000.BJ"), WHOLE.symbol(), "other");
        assertThatThrownBy(() -> register.register(sameCode)).isInstanceOf(StockExists.class);
        assertThatThrownBy(() -> register.register(sameSymbol))
                .isInstanceOf(StockExists.class)
                .hasMessageContaining("600000");
        assertThat(list.listAfter(null, 10)).containsExactly(WHOLE);
    }

    @Test
    void ofTwoWhoRegisterOneStockAtTheSameTimeTheFirstWins() throws Exception {
        try (TwoAtOnce two = new TwoAtOnce()) {
            Future<Boolean> second = context.transaction().execute(transaction -> {
                stocks.add(WHOLE);
                Future<Boolean> beside = two.beside(() -> {
                    register.register(WHOLE);
                    return true;
                });
                TwoAtOnce.awaitSomebodyWaiting(dataSource);
                return beside;
            });
            assertThat(second).isNotNull();
            assertThatThrownBy(() -> TwoAtOnce.result(second)).isInstanceOf(StockExists.class);
        }
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        for (String code : List.of("000003", "000001", "000002")) {
            register.register(Stock.named(new ThirdCode(code + ".SZ"), code, "stock " + code));
        }
        List<Stock> first = list.listAfter(null, 2);
        List<Stock> second = list.listAfter(first.get(1).thirdCode(), 2);
        assertThat(first).extracting(Stock::symbol).containsExactly("000001", "000002");
        assertThat(second).extracting(Stock::symbol).containsExactly("000003");
        assertThat(list.listAfter(second.get(0).thirdCode(), 2)).isEmpty();
    }

    @Test
    void aPageHasALeastAndAMost() {
        assertThatThrownBy(() -> list.listAfter(null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list.listAfter(null, ListStocks.LARGEST_PAGE + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000");
    }
}

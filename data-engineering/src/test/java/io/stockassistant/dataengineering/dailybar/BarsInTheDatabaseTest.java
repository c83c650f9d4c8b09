package io.stockassistant.dataengineering.dailybar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stockassistant.dataengineering.StartedContext;
import io.stockassistant.dataengineering.TwoAtOnce;
import io.stockassistant.dataengineering.dailybar.application.RecordDailyBars;
import io.stockassistant.dataengineering.stock.ThirdCode;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@MigratedDatabase("data-engineering")
class BarsInTheDatabaseTest {

    private static final ThirdCode CODE = new ThirdCode("000001.SZ");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 12);

    private final DataSource dataSource;
    private final StartedContext context;
    private final RecordDailyBars record;
    private final DailyBars bars;

    BarsInTheDatabaseTest(DataSource dataSource) {
        this.dataSource = dataSource;
        context = new StartedContext(dataSource, Clock.systemUTC());
        record = context.get(RecordDailyBars.class);
        bars = context.get(DailyBars.class);
    }

    @AfterEach
    void empty() {
        JdbcClient.create(dataSource)
                .sql("DELETE FROM data_engineering.stock_daily")
                .update();
        context.close();
    }

    @Test
    void everyFigureComesBack() {
        DailyBar whole = new DailyBar(
                CODE,
                LocalDate.of(1990, 12, 19),
                new Prices(1.0, 2.0, 3.0, 4.0, 5.0, -6.0, 7.5, 8.25),
                new Trading(9.0, 10.0, 11.0, 12.0, 13.0),
                new Valuation(14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0),
                new Shares(21.0, 22.0, 23.0, Double.MAX_VALUE, Double.MIN_VALUE),
                "图书馆");
        DailyBar bare = bar(CODE, DAY, null);
        assertThat(record.record(Stream.of(whole, bare))).isEqualTo(2);
        assertThat(bars.listAfter(CODE, null, 10)).containsExactly(whole, bare);
    }

    @Test
    void everyFigureGoesToItsOwnColumn() {
        record.record(Stream.of(new DailyBar(
                CODE,
                DAY,
                new Prices(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0),
                new Trading(9.0, 10.0, 11.0, 12.0, 13.0),
                new Valuation(14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0),
                new Shares(21.0, 22.0, 23.0, 24.0, 25.0),
                "tushare")));
        String row = JdbcClient.create(dataSource).sql("""
                        SELECT concat_ws(' ', third_code, trade_date, open, high, low, close, pre_close, change, pct_chg,
                            adj_factor, vol, amount, turnover_rate, turnover_rate_f, volume_ratio, pe, pe_ttm, pb, ps,
                            ps_ttm, dv_ratio, dv_ttm, total_share, float_share, free_share, total_mv, circ_mv, source)
                        FROM data_engineering.stock_daily""").query(String.class).single();
        assertThat(row)
                .isEqualTo(
                        "000001.SZ 2026-02-12 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 tushare");
    }

    @Test
    void aBarThatDiffersIsReplacedAndAnEqualOneIsLeftAlone() {
        record.record(Stream.of(bar(CODE, DAY, 1.0), bar(CODE, DAY.plusDays(1), 1.0)));
        assertThat(record.record(Stream.of(bar(CODE, DAY, 1.0), bar(CODE, DAY.plusDays(1), null))))
                .isEqualTo(1);
        assertThat(bars.listAfter(CODE, null, 10))
                .containsExactly(bar(CODE, DAY, 1.0), bar(CODE, DAY.plusDays(1), null));
    }

    @Test
    void ofTwoBarsForOneDayTheLastWins() {
        ThirdCode other = new ThirdCode("000002.SZ");
        assertThat(record.record(
                        Stream.of(bar(CODE, DAY, 1.0), bar(other, DAY, 5.0), bar(CODE, DAY, 2.0), bar(CODE, DAY, 3.0))))
                .isEqualTo(2);
        assertThat(bars.listAfter(CODE, null, 10)).containsExactly(bar(CODE, DAY, 3.0));
        assertThat(bars.listAfter(other, null, 10)).containsExactly(bar(other, DAY, 5.0));
    }

    @Test
    void ofManyBarsLongAndShortTheLastOfEachDayWins() {
        Trading filled = new Trading(1.0, 2.0, 3.0, 4.0, 5.0);
        assertThat(record.record(IntStream.range(0, 20_000)
                        .mapToObj(i -> new DailyBar(
                                CODE,
                                DAY.plusDays(i % 50),
                                new Prices(null, null, null, (double) i, null, null, null, null),
                                i % 7 == 0 ? Trading.UNKNOWN : filled,
                                Valuation.UNKNOWN,
                                Shares.UNKNOWN,
                                i % 3 == 0 ? null : "x".repeat(i % 20)))))
                .isEqualTo(50);
        assertThat(bars.listAfter(CODE, null, 100))
                .extracting(bar -> bar.prices().close())
                .containsExactlyElementsOf(IntStream.range(19_950, 20_000)
                        .mapToObj(i -> (double) i)
                        .toList());
    }

    @Test
    void neighboursOfOneDayAreSeenAsTwice() {
        record.record(Stream.of(bar(CODE, DAY, 1.0), bar(CODE, DAY, 2.0)));
        assertThat(bars.listAfter(CODE, null, 10)).containsExactly(bar(CODE, DAY, 2.0));
    }

    @Test
    void newestFirstIsFine() {
        assertThat(record.record(IntStream.range(0, 5000).mapToObj(i -> bar(CODE, DAY.minusDays(i), (double) i))))
                .isEqualTo(5000);
        assertThat(bars.listAfter(CODE, DAY.minusDays(2), 10))
                .containsExactly(bar(CODE, DAY.minusDays(1), 1.0), bar(CODE, DAY, 0.0));
    }

    @Test
    void nothingIsFineToo() {
        assertThat(record.record(Stream.empty())).isZero();
    }

    @Test
    void twoBatchesFitInOneTransaction() {
        context.transaction().executeWithoutResult(transaction -> {
            record.record(Stream.of(bar(CODE, DAY, 1.0)));
            record.record(Stream.of(bar(CODE, DAY, 2.0)));
        });
        assertThat(bars.listAfter(CODE, null, 10)).containsExactly(bar(CODE, DAY, 2.0));
    }

    @Test
    void aBatchThatBreaksOffLeavesNothing() {
        Stream<DailyBar> breaking = IntStream.range(0, 3000).mapToObj(i -> {
            if (i == 2999) {
                throw new IllegalStateException("the provider hung up");
            }
            return bar(CODE, DAY.plusDays(i), 1.0);
        });
        assertThatThrownBy(() -> record.record(breaking)).hasMessage("the provider hung up");
        assertThat(bars.listAfter(CODE, null, 10)).isEmpty();
        assertThat(record.record(Stream.of(bar(CODE, DAY, 1.0)))).isEqualTo(1);
    }

    @Test
    void aBatchWithARowThatTheServerRefusesLeavesNothing() {
        DailyBar refused = from("x".repeat(21));
        assertThatThrownBy(() -> record.record(Stream.of(bar(CODE, DAY.minusDays(1), 1.0), refused)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("character varying(20)");
        assertThat(bars.listAfter(CODE, null, 10)).isEmpty();
    }

    @Test
    void aRowThatTheServerRefusesEarlyEndsALongBatch() {
        assertThatThrownBy(() -> record.record(IntStream.range(0, 200_000)
                        .mapToObj(i -> i == 0 ? from("x".repeat(21)) : bar(CODE, DAY.plusDays(i), 1.0))))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("character varying(20)");
        assertThat(bars.listAfter(CODE, null, 10)).isEmpty();
    }

    @Test
    void aConnectionThatIsUsedAgainKnowsNothingOfABatchThatBrokeOff() {
        try (HikariDataSource pool = poolOfOne();
                StartedContext pooled = new StartedContext(pool, Clock.systemUTC())) {
            RecordDailyBars again = pooled.get(RecordDailyBars.class);
            for (int round = 0; round < 3; round++) {
                assertThatThrownBy(() -> again.record(Stream.of(bar(CODE, DAY, 1.0), from("x".repeat(21)))))
                        .isInstanceOf(DataAccessException.class);
                assertThatThrownBy(() -> again.record(breakingOff(() -> {}))).hasMessage("the provider hung up");
            }
            assertThat(again.record(Stream.of(bar(CODE, DAY, 1.0)))).isEqualTo(1);
            assertThat(JdbcClient.create(pool)
                            .sql("SELECT count(*) FROM pg_class WHERE relname LIKE 'stock_daily_batch%'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whatBrokeABatchOffIsSaidThoughTheConnectionIsLostToo() {
        // The rollback fails too, and Spring throws that to whoever called the use case.
        AtomicReference<Throwable> seen = new AtomicReference<>();
        assertThatThrownBy(() -> context.transaction().executeWithoutResult(transaction -> {
                    seen.set(catchThrowable(() -> bars.record(breakingOff(this::loseOtherConnections))));
                    transaction.setRollbackOnly();
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(seen.get()).hasMessage("the provider hung up");
    }

    private HikariDataSource poolOfOne() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private static Stream<DailyBar> breakingOff(Runnable before) {
        return IntStream.range(0, 3000).mapToObj(i -> {
            if (i == 2999) {
                before.run();
                throw new IllegalStateException("the provider hung up");
            }
            return bar(CODE, DAY.plusDays(i), 1.0);
        });
    }

    private void loseOtherConnections() {
        // A connection of its own, not that of the transaction.
        JdbcClient.create(new DelegatingDataSource(dataSource))
                .sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()")
                .query(Boolean.class)
                .list();
    }

    @Test
    void daysBeforeOurEraAreListed() {
        DailyBar early = bar(CODE, LocalDate.of(-99, 2, 28), 1.0);
        DailyBar first = bar(CODE, LocalDate.of(1, 1, 1), 1.0);
        record.record(Stream.of(first, early));
        assertThat(bars.listAfter(CODE, null, 10)).containsExactly(early, first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "+5881580-07-11", "+5874898-01-01", "-4713-11-23"})
    void aDayThatTheServerDoesNotKnowIsRefused(LocalDate day) {
        assertThatThrownBy(() -> record.record(Stream.of(bar(CODE, day, 1.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(day.toString(), "PostgreSQL keeps");
        assertThat(record.record(Stream.of(bar(CODE, LocalDate.of(5874897, 12, 31), 1.0))))
                .isEqualTo(1);
        assertThat(record.record(Stream.of(bar(CODE, LocalDate.of(-4713, 11, 24), 1.0))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aFigureThatIsNoNumberIsRefused(double value) {
        assertThatThrownBy(() -> bar(CODE, DAY, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("close", "null");
        assertThatThrownBy(() -> new Trading(null, null, value, null, null)).hasMessageContaining("turnoverRate");
        assertThatThrownBy(() -> new Valuation(null, null, null, null, null, null, value))
                .hasMessageContaining("dvTtm");
        assertThatThrownBy(() -> new Shares(value, null, null, null, null)).hasMessageContaining("totalShare");
    }

    @Test
    void outsideATransactionNothingIsSent() {
        assertThatThrownBy(() -> bars.record(Stream.of(bar(CODE, DAY, 1.0))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in a transaction");
    }

    @Test
    void batchesThatMeetInOppositeOrdersDoNotDeadlock() throws Exception {
        List<DailyBar> ascending = IntStream.range(0, 2000)
                .mapToObj(i -> bar(CODE, DAY.plusDays(i), 1.0))
                .toList();
        List<DailyBar> descending = IntStream.range(0, 2000)
                .mapToObj(i -> bar(CODE, DAY.plusDays(1999 - i), 2.0))
                .toList();
        try (TwoAtOnce two = new TwoAtOnce()) {
            for (int round = 0; round < 10; round++) {
                CountDownLatch ready = new CountDownLatch(2);
                Future<Long> beside = two.beside(() -> together(ready, descending));
                together(ready, ascending);
                TwoAtOnce.result(beside);
            }
        }
        assertThat(bars.listAfter(CODE, null, 3000)).hasSize(2000);
    }

    private long together(CountDownLatch ready, List<DailyBar> batch) {
        ready.countDown();
        TwoAtOnce.await(ready);
        return record.record(batch.stream());
    }

    private static DailyBar from(String source) {
        return new DailyBar(CODE, DAY, Prices.UNKNOWN, Trading.UNKNOWN, Valuation.UNKNOWN, Shares.UNKNOWN, source);
    }

    private static DailyBar bar(ThirdCode code, LocalDate day, @Nullable Double close) {
        Prices prices = new Prices(null, null, null, close, null, null, null, null);
        return new DailyBar(code, day, prices, Trading.UNKNOWN, Valuation.UNKNOWN, Shares.UNKNOWN, null);
    }
}

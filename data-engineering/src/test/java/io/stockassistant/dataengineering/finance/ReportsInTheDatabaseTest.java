package io.stockassistant.dataengineering.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.dataengineering.StartedContext;
import io.stockassistant.dataengineering.TwoAtOnce;
import io.stockassistant.dataengineering.finance.application.RecordFinanceReports;
import io.stockassistant.dataengineering.stock.Stock;
import io.stockassistant.dataengineering.stock.Stocks;
import io.stockassistant.dataengineering.stock.ThirdCode;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@MigratedDatabase("data-engineering")
class ReportsInTheDatabaseTest {

    private static final ThirdCode CODE = new ThirdCode("000001.SZ");
    /** In Shanghai the next day has begun. */
    private static final Instant NOW = Instant.parse("2026-02-28T17:00:00Z");

    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final LocalDate ANNOUNCED = LocalDate.of(2026, 2, 1);

    private final DataSource dataSource;
    private final StartedContext context;
    private final RecordFinanceReports record;
    private final FinanceReports reports;

    ReportsInTheDatabaseTest(DataSource dataSource) {
        this.dataSource = dataSource;
        context = new StartedContext(dataSource, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
        record = context.get(RecordFinanceReports.class);
        reports = context.get(FinanceReports.class);
    }

    @AfterEach
    void empty() {
        JdbcClient.create(dataSource)
                .sql("TRUNCATE data_engineering.stock_finance, data_engineering.stock_info")
                .update();
        context.close();
    }

    @Test
    void everyFigureGoesToTheColumnOfItsNameAndComesBack() {
        Map<FinanceFigure, Double> figures = new EnumMap<>(FinanceFigure.class);
        for (FinanceFigure figure : FinanceFigure.values()) {
            figures.put(figure, figures.size() + 0.5);
        }
        FinanceReport whole = new FinanceReport(CODE, ANNOUNCED, END, figures, "tushare");
        FinanceReport bare = new FinanceReport(CODE, ANNOUNCED.plusDays(1), END, Map.of(), null);
        assertThat(record.record(Stream.of(whole, bare))).isEqualTo(2);
        assertThat(reports.listAfter(CODE, null, 10)).containsExactly(whole, bare);
        Map<String, Object> row = JdbcClient.create(dataSource)
                .sql("SELECT * FROM data_engineering.stock_finance WHERE source IS NOT NULL")
                .query()
                .singleRow();
        assertThat(row).hasSize(FinanceFigure.values().length + 4);
        figures.forEach(
                (figure, value) -> assertThat(row).containsEntry(figure.name().toLowerCase(Locale.ROOT), value));
    }

    @Test
    void ofTwoReportsWithOneKeyTheLastWinsAndEqualOnesAreLeftAlone() {
        FinanceReport first = report(ANNOUNCED, 1.0);
        FinanceReport last = report(ANNOUNCED, 2.0);
        assertThat(record.record(Stream.of(report(ANNOUNCED.plusDays(1), 9.0), first, last)))
                .isEqualTo(2);
        assertThat(record.record(Stream.of(last, report(ANNOUNCED.plusDays(1), 8.0))))
                .isEqualTo(1);
        assertThat(reports.listAfter(CODE, null, 10)).containsExactly(last, report(ANNOUNCED.plusDays(1), 8.0));
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        FinanceReport sameDay = new FinanceReport(CODE, ANNOUNCED, END.minusDays(92), Map.of(), null);
        record.record(Stream.of(sameDay, report(ANNOUNCED, 1.0), report(ANNOUNCED.plusDays(1), 2.0)));
        List<FinanceReport> first = reports.listAfter(CODE, null, 1);
        assertThat(first).containsExactly(sameDay);
        assertThat(reports.listAfter(CODE, first.get(0), 2))
                .containsExactly(report(ANNOUNCED, 1.0), report(ANNOUNCED.plusDays(1), 2.0));
    }

    @Test
    void theirStocksKnowOnWhichDayTheyWereFetched() {
        Stocks stocks = context.get(Stocks.class);
        Stock fetched = Stock.named(CODE, "000001", "fetched");
        Stock other = Stock.named(new ThirdCode("000002.SZ"), "000002", "other");
        stocks.add(fetched);
        stocks.add(other);

        record.record(Stream.of(report(ANNOUNCED, 1.0), of(new ThirdCode("999999.SZ"))));
        assertThat(stocks.get(CODE).financeSyncedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(stocks.get(other.thirdCode())).isEqualTo(other);

        stocks.markFinanceSynced(Set.of(CODE), LocalDate.of(2026, 2, 28));
        assertThat(stocks.get(CODE).financeSyncedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void aCallThatBreaksOffLeavesNeitherReportsNorADay() {
        Stocks stocks = context.get(Stocks.class);
        stocks.add(Stock.named(CODE, "000001", "a stock"));
        assertThatThrownBy(() -> record.record(IntStream.range(0, 500).mapToObj(i -> {
                    if (i == 499) {
                        throw new IllegalStateException("the provider hung up");
                    }
                    return report(ANNOUNCED.plusDays(i), 1.0);
                })))
                .hasMessage("the provider hung up");
        assertThat(reports.listAfter(CODE, null, 10)).isEmpty();
        assertThat(stocks.get(CODE).financeSyncedOn()).isNull();
    }

    @Test
    void recordersOfTheSameStocksInOppositeOrdersDoNotDeadlock() throws Exception {
        Stocks stocks = context.get(Stocks.class);
        List<ThirdCode> codes = IntStream.range(0, 500)
                .mapToObj(i -> new ThirdCode("%06d.SZ".formatted(i)))
                .toList();
        codes.forEach(code -> stocks.add(Stock.named(code, code.value().substring(0, 6), "a stock")));
        List<ThirdCode> reversed =
                codes.stream().sorted(Comparator.reverseOrder()).toList();
        try (TwoAtOnce two = new TwoAtOnce()) {
            for (int round = 0; round < 10; round++) {
                LocalDate day = ANNOUNCED.plusDays(2L * round);
                CountDownLatch ready = new CountDownLatch(2);
                Future<Boolean> beside = two.beside(() -> together(ready, stocks, reversed, day));
                together(ready, stocks, codes, day.plusDays(1));
                TwoAtOnce.result(beside);
            }
        }
        assertThat(stocks.get(CODE).financeSyncedOn()).isEqualTo(ANNOUNCED.plusDays(19));
    }

    private static boolean together(CountDownLatch ready, Stocks stocks, List<ThirdCode> codes, LocalDate day) {
        ready.countDown();
        TwoAtOnce.await(ready);
        stocks.markFinanceSynced(codes, day);
        return true;
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aFigureThatIsNoNumberIsRefused(double value) {
        assertThatThrownBy(() -> report(ANNOUNCED, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("000001.SZ", "EPS", "leave it out");
    }

    @Test
    void aReportFromTheFutureOfItsPeriodIsRefused() {
        assertThatThrownBy(() -> report(END.minusDays(1), 1.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exchanged");
    }

    @Test
    void aFigureThatTheProviderHasNotIsNotFound() {
        FinanceReport report = report(ANNOUNCED, 1.0);
        assertThat(report.find(FinanceFigure.EPS)).hasValue(1.0);
        assertThat(report.find(FinanceFigure.ROE)).isEmpty();
    }

    private static FinanceReport of(ThirdCode code) {
        return new FinanceReport(code, ANNOUNCED, END, Map.of(), null);
    }

    private static FinanceReport report(LocalDate announced, double eps) {
        return new FinanceReport(CODE, announced, END, Map.of(FinanceFigure.EPS, eps), null);
    }
}

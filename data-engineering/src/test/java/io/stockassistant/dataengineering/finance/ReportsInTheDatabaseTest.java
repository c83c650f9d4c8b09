package io.stockassistant.dataengineering.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.dataengineering.StartedContext;
import io.stockassistant.dataengineering.finance.application.RecordFinanceReports;
import io.stockassistant.dataengineering.stock.ThirdCode;
import io.stockassistant.migrations.testing.MigratedDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@MigratedDatabase("data-engineering")
class ReportsInTheDatabaseTest {

    private static final ThirdCode CODE = new ThirdCode("000001.SZ");
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final LocalDate ANNOUNCED = LocalDate.of(2026, 2, 1);

    private final DataSource dataSource;
    private final StartedContext context;
    private final RecordFinanceReports record;
    private final FinanceReports reports;

    ReportsInTheDatabaseTest(DataSource dataSource) {
        this.dataSource = dataSource;
        context = new StartedContext(dataSource, Clock.systemUTC());
        record = context.get(RecordFinanceReports.class);
        reports = context.get(FinanceReports.class);
    }

    @AfterEach
    void empty() {
        JdbcClient.create(dataSource)
                .sql("DELETE FROM data_engineering.stock_finance")
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

    private static FinanceReport report(LocalDate announced, double eps) {
        return new FinanceReport(CODE, announced, END, Map.of(FinanceFigure.EPS, eps), null);
    }
}

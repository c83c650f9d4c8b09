package io.stockassistant.dataengineering.dailybar;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.dataengineering.StartedContext;
import io.stockassistant.dataengineering.dailybar.application.RecordDailyBars;
import io.stockassistant.dataengineering.stock.ThirdCode;
import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * 1,000,000 bars through {@link RecordDailyBars} against a bare COPY of the same bars, as text and as binary, into the
 * same table with its indexes; the best of three. Not a test: its name keeps it out of the suite. To run it:
 * {@code ./mvnw -pl data-engineering -am test -Dtest=DailyBarsBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtests.jvm=-Xmx1g}.
 */
@MigratedDatabase("data-engineering")
class DailyBarsBenchmark {

    private static final int DAYS = 2000;
    private static final int STOCKS = 500;
    private static final int ROUNDS = 3;

    @Test
    void oneMillionBars(DataSource dataSource, TestDatabase database, @TempDir Path folder) throws Exception {
        Path text = folder.resolve("bars.text");
        Path binary = folder.resolve("bars.binary");
        try (StartedContext context = new StartedContext(dataSource, Clock.systemUTC());
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            RecordDailyBars record = context.get(RecordDailyBars.class);
            record.record(bars(1));
            PGConnection driver = connection.unwrap(PGConnection.class);
            try (var out = Files.newOutputStream(text)) {
                driver.getCopyAPI().copyOut("COPY data_engineering.stock_daily TO STDOUT", out);
            }
            try (var out = Files.newOutputStream(binary)) {
                driver.getCopyAPI().copyOut("COPY data_engineering.stock_daily TO STDOUT (FORMAT binary)", out);
            }
            for (int round = 1; round <= ROUNDS; round++) {
                report(round, "bare COPY, text", empty(statement), () -> copy(driver, text, ""));
                report(round, "bare COPY, binary", empty(statement), () -> copy(driver, binary, "(FORMAT binary)"));
                report(round, "record, ascending", empty(statement), () -> record.record(bars(1)));
                report(round, "record, all equal", statement, () -> record.record(bars(1)));
                report(round, "record, all different", statement, () -> record.record(bars(2)));
                report(round, "record, newest first", empty(statement), () -> record.record(newestFirst()));
            }
        }
    }

    private static long copy(PGConnection driver, Path file, String format) throws SQLException, IOException {
        try (var in = Files.newInputStream(file)) {
            return driver.getCopyAPI().copyIn("COPY data_engineering.stock_daily FROM STDIN " + format, in, 1 << 16);
        }
    }

    private static Statement empty(Statement statement) throws SQLException {
        statement.execute("TRUNCATE data_engineering.stock_daily");
        return statement;
    }

    private static void report(int round, String what, Statement statement, Work work) throws Exception {
        statement.execute("CHECKPOINT");
        long start = System.nanoTime();
        long rows = work.run();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(rows).isBetween(0L, (long) DAYS * STOCKS);
        System.out.printf("%d  %-22s %7d rows  %6d ms%n", round, what, rows, time.toMillis());
    }

    private static Stream<DailyBar> bars(int factor) {
        return IntStream.range(0, STOCKS)
                .boxed()
                .flatMap(stock -> IntStream.range(0, DAYS).mapToObj(day -> bar(stock, day, factor)));
    }

    private static Stream<DailyBar> newestFirst() {
        return IntStream.range(0, STOCKS)
                .boxed()
                .flatMap(stock -> IntStream.range(0, DAYS).mapToObj(day -> bar(stock, DAYS - 1 - day, 1)));
    }

    private static DailyBar bar(int stock, int day, int factor) {
        double x = factor * (stock + day / 7.0);
        return new DailyBar(
                new ThirdCode("%06d.SZ".formatted(stock)),
                LocalDate.of(2018, 1, 1).plusDays(day),
                new Prices(x, x + 1, x - 1, x / 3, x / 7, x / 11, x / 13, 1.0),
                new Trading(x * 1000, x * 3000, x / 17, x / 19, x / 23),
                new Valuation(x / 29, x / 31, x / 37, x / 41, x / 43, x / 47, x / 53),
                new Shares(x * 59, x * 61, x * 67, x * 71, x * 73),
                "tushare");
    }

    private interface Work {
        long run() throws Exception;
    }
}

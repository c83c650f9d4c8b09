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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * 1,000,000 new bars through {@link RecordDailyBars} against a bare COPY of the same bars from a file, as text (COPY's
 * default) and as binary: into the same table with its indexes, emptied before each, on the same server, in turn, so that
 * what else the machine does falls on all; the medians are compared. Then, for information, what it takes when all bars
 * are there already. Not a test: its name keeps it out of the suite. To run it: {@code ./mvnw -pl data-engineering -am
 * test -Dtest=DailyBarsBenchmark -Dsurefire.failIfNoSpecifiedTests=false -Dtests.jvm=-Xmx1g}.
 */
@MigratedDatabase("data-engineering")
class DailyBarsBenchmark {

    private static final int DAYS = 2000;
    private static final int ROUNDS = 7;
    private static final int ROUNDS_FOR_INFORMATION = 3;
    private static final double ALLOWED = 1.5;

    // Made before: writing their codes takes longer than all else that a bar takes.
    private static final List<ThirdCode> STOCKS = IntStream.range(0, 500)
            .mapToObj(stock -> new ThirdCode("%06d.SZ".formatted(stock)))
            .toList();

    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    @Test
    void oneMillionBars(DataSource dataSource, TestDatabase database, @TempDir Path folder) throws Exception {
        try (StartedContext context = new StartedContext(dataSource, Clock.systemUTC());
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            RecordDailyBars record = context.get(RecordDailyBars.class);
            CopyManager driver = connection.unwrap(PGConnection.class).getCopyAPI();
            // Its turn would come in the middle of a measurement.
            statement.execute("ALTER TABLE data_engineering.stock_daily SET (autovacuum_enabled = false)");
            record.record(bars(1));
            Path text = unload(driver, folder.resolve("bars.text"), "");
            Path binary = unload(driver, folder.resolve("bars.binary"), "(FORMAT binary)");

            for (int round = 0; round < ROUNDS; round++) {
                measure("bare COPY, text", empty(statement), () -> load(driver, text, ""));
                measure("record, new", empty(statement), () -> record.record(bars(1)));
                measure("bare COPY, binary", empty(statement), () -> load(driver, binary, "(FORMAT binary)"));
            }
            for (int round = 0; round < ROUNDS_FOR_INFORMATION; round++) {
                measure("record, newest first", empty(statement), () -> record.record(newestFirst()));
                measure("record, all equal", statement, () -> record.record(bars(1)));
                measure("record, all different", statement, () -> record.record(bars(2)));
            }
        }
        times.forEach((what, all) -> System.out.printf("%-22s median %6d ms of %s%n", what, median(what), all));
        System.out.printf(
                "new bars against COPY: text %.2f, binary %.2f; allowed %.2f%n",
                ratioTo("bare COPY, text"), ratioTo("bare COPY, binary"), ALLOWED);
    }

    private double ratioTo(String bare) {
        return (double) median("record, new") / median(bare);
    }

    private long median(String what) {
        List<Long> sorted =
                times.getOrDefault(what, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private void measure(String what, Statement statement, Callable<Long> work) throws Exception {
        statement.execute("CHECKPOINT");
        System.gc();
        long start = System.nanoTime();
        long rows = work.call();
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertThat(rows).isBetween(0L, (long) DAYS * STOCKS.size());
        times.computeIfAbsent(what, any -> new ArrayList<>()).add(millis);
        System.out.printf("%-22s %7d rows  %6d ms%n", what, rows, millis);
    }

    private static Path unload(CopyManager driver, Path file, String format) throws SQLException, IOException {
        try (var out = Files.newOutputStream(file)) {
            driver.copyOut("COPY data_engineering.stock_daily TO STDOUT " + format, out);
        }
        return file;
    }

    private static long load(CopyManager driver, Path file, String format) throws SQLException, IOException {
        try (var in = Files.newInputStream(file)) {
            return driver.copyIn("COPY data_engineering.stock_daily FROM STDIN " + format, in, 1 << 16);
        }
    }

    private static Statement empty(Statement statement) throws SQLException {
        statement.execute("TRUNCATE data_engineering.stock_daily");
        return statement;
    }

    private static Stream<DailyBar> bars(int factor) {
        return IntStream.range(0, STOCKS.size() * DAYS).mapToObj(i -> bar(i / DAYS, i % DAYS, factor));
    }

    private static Stream<DailyBar> newestFirst() {
        return IntStream.range(0, STOCKS.size() * DAYS).mapToObj(i -> bar(i / DAYS, DAYS - 1 - i % DAYS, 1));
    }

    private static DailyBar bar(int stock, int day, int factor) {
        double x = factor * (stock + day / 7.0);
        return new DailyBar(
                STOCKS.get(stock),
                LocalDate.of(2018, 1, 1).plusDays(day),
                new Prices(x, x + 1, x - 1, x / 3, x / 7, x / 11, x / 13, 1.0),
                new Trading(x * 1000, x * 3000, x / 17, x / 19, x / 23),
                new Valuation(x / 29, x / 31, x / 37, x / 41, x / 43, x / 47, x / 53),
                new Shares(x * 59, x * 61, x * 67, x * 71, x * 73),
                "tushare");
    }
}

package io.stockassistant.dataengineering;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.models.ModelsOfAModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The three releases of docs/guides/partitioning.md, while an application reads and writes. */
class TheDailyBarsByYearTest {

    private static final int ROWS_OF_EACH = 15_000;
    private static final long TURNS_BETWEEN_COMMANDS = 50;
    private static final Pattern PARTITION = Pattern.compile("on (stock_daily_(?:\\d+|before_\\d+|from_\\d+))");
    private static final String BACKFILL = "data-engineering@20260301000200";

    private final TestDatabase database = TestPostgres.shared().newDatabase();
    private final HikariDataSource pool = pool(database);
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<WriterOfBars> writers = new ArrayList<>();
    private final List<Future<?>> work = new ArrayList<>();

    private BarsByYear files;

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        files = new BarsByYear(folder, database);
        files.type("upgrade");
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        pool.close();
        database.close();
    }

    @Test
    void losesNothingAndBringsNothingBackWhileItIsWritten() throws Exception {
        long seed = Long.getLong("tests.seed", System.nanoTime());
        System.out.println("bars by year: -Dtests.seed=" + seed);
        try (StartedContext context = new StartedContext(pool, Clock.systemUTC())) {
            for (String exchange : List.of("SH", "SZ")) {
                WriterOfBars writer = new WriterOfBars(context, exchange, new Random(seed + exchange.hashCode()));
                writer.record(ROWS_OF_EACH);
                writers.add(writer);
                work.add(threads.submit(writer));
            }
            awaitTurns();

            assertThat(files.release(1).type("upgrade")).contains("The backfill " + BACKFILL);
            awaitTurns();
            files.type("backfill", "run", BACKFILL, "--parallel", "2", "--batch-time", "30ms");
            assertThat(differencesBetween("stock_daily_by_year")).isZero();
            awaitTurns();

            files.release(2).type("upgrade");
            assertThat(differencesBetween("stock_daily_in_one")).isZero();
            awaitTurns();
            files.type("downgrade", "-1");
            awaitTurns();
            assertThat(differencesBetween("stock_daily_by_year")).isZero();
            files.type("upgrade");
            awaitTurns();
            assertThat(differencesBetween("stock_daily_in_one")).isZero();

            files.release(3).type("upgrade");
            awaitTurns();
            writers.forEach(WriterOfBars::end);
            for (Future<?> each : work) {
                TwoAtOnce.result(each);
            }
            writers.forEach(WriterOfBars::compare);
            assertThat(partitionsThatAreRead("trade_date BETWEEN '2024-03-01' AND '2025-02-28'"))
                    .containsExactly("stock_daily_2024", "stock_daily_2025");
            assertThat(partitionsThatAreRead("trade_date < '1989-06-04'")).containsExactly("stock_daily_before_1990");
        }
    }

    @Test
    void isTheTableThatTheModelsKnow() throws Exception {
        files.release(1).release(2).release(3).type("upgrade");

        assertThat(ModelsOfAModule.of(new DataEngineeringModule()).listDifferences(database))
                .isEmpty();
        assertThat(jdbc.sql("""
                        SELECT indexrelid::regclass::text FROM pg_index
                        WHERE indrelid = 'data_engineering.stock_daily'::regclass ORDER BY 1""").query(String.class).list())
                .containsExactly(
                        "data_engineering.ix_stock_daily_trade_date",
                        "data_engineering.pk_stock_daily_third_code_trade_date");
    }

    @Test
    void isReadInTheOrderOfItsYearsWithoutASort() throws Exception {
        files.release(1).release(2).release(3).type("upgrade");
        pool.setMaximumPoolSize(1);

        jdbc.sql("SET enable_seqscan = off; SET enable_bitmapscan = off").update(); // as with many rows
        assertThat(jdbc.sql("""
                        EXPLAIN (COSTS OFF) SELECT * FROM data_engineering.stock_daily
                        WHERE third_code = '000001.SZ' AND trade_date > '2030-06-30' ORDER BY trade_date LIMIT 10""").query(String.class).list())
                .noneMatch(line -> line.contains("Sort") || line.contains("Merge Append"))
                .filteredOn(line -> line.contains("Scan"))
                .hasSize(7);
    }

    @Test
    void letsThoseWriteWhoMayWriteToTheTableInOne() throws Exception {
        String writer = database.name() + "_writer";
        jdbc.sql("CREATE ROLE " + writer).update();
        try {
            jdbc.sql("GRANT USAGE ON SCHEMA data_engineering TO " + writer).update();
            jdbc.sql("GRANT SELECT, INSERT, UPDATE ON data_engineering.stock_daily TO " + writer)
                    .update();
            for (int release = 1; release <= 3; release++) {
                files.release(release).type("upgrade", "--with-backfills");
                insertAs(writer, release);
            }
        } finally {
            jdbc.sql("DROP OWNED BY " + writer).update();
            jdbc.sql("DROP ROLE " + writer).update();
        }
        assertThat(jdbc.sql("SELECT count(*) FROM data_engineering.stock_daily")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private void insertAs(String role, int day) {
        jdbc.sql("""
                BEGIN; SET LOCAL ROLE %s;
                INSERT INTO data_engineering.stock_daily VALUES ('000001.SZ', '2026-02-0%d');
                UPDATE data_engineering.stock_daily SET close = 1;
                COMMIT""".formatted(role, day)).update();
    }

    /** Seen at one moment: whoever writes does so in both. */
    private long differencesBetween(String other) {
        return jdbc.sql("SELECT count(*) FROM data_engineering.stock_daily a FULL JOIN data_engineering." + other
                        + " b USING (third_code, trade_date) WHERE ROW(a.*) IS DISTINCT FROM ROW(b.*)")
                .query(Long.class)
                .single();
    }

    private List<String> partitionsThatAreRead(String condition) {
        return jdbc
                .sql("EXPLAIN (COSTS OFF) SELECT * FROM data_engineering.stock_daily WHERE " + condition)
                .query(String.class)
                .list()
                .stream()
                .flatMap(line -> PARTITION.matcher(line).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private void awaitTurns() throws Exception {
        List<Long> before = writers.stream().map(WriterOfBars::turns).toList();
        for (int i = 0; i < writers.size(); i++) {
            while (writers.get(i).turns() < before.get(i) + TURNS_BETWEEN_COMMANDS) {
                if (work.get(i).isDone()) {
                    TwoAtOnce.result(work.get(i));
                }
                Thread.onSpinWait();
            }
        }
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}

package io.stockassistant.dataengineering;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.dataengineering.dailybar.DailyBar;
import io.stockassistant.dataengineering.dailybar.DailyBars;
import io.stockassistant.dataengineering.dailybar.Prices;
import io.stockassistant.dataengineering.dailybar.Shares;
import io.stockassistant.dataengineering.dailybar.Trading;
import io.stockassistant.dataengineering.dailybar.Valuation;
import io.stockassistant.dataengineering.dailybar.application.RecordDailyBars;
import io.stockassistant.dataengineering.stock.ThirdCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who writes bars of stocks of its own, and knows at any time what has to be in the table. It never retries. */
final class WriterOfBars implements Runnable {

    private static final LocalDate FIRST_DAY = LocalDate.of(1988, 1, 1);
    private static final int DAYS = 50 * 365;
    private static final int STOCKS = 20;

    private final StartedContext context;
    private final JdbcClient jdbc;
    private final String exchange;
    private final Random random;
    private final Map<ThirdCode, TreeMap<LocalDate, DailyBar>> known = new HashMap<>();
    private final AtomicLong turns = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    WriterOfBars(StartedContext context, String exchange, Random random) {
        this.context = context;
        this.jdbc = context.get(JdbcClient.class);
        this.exchange = exchange;
        this.random = random;
    }

    @Override
    public void run() {
        while (!ended.get()) {
            turn();
            turns.incrementAndGet();
        }
    }

    void end() {
        ended.set(true);
    }

    long turns() {
        return turns.get();
    }

    /** Bars in any order, days twice among them. */
    void record(int bars) {
        List<DailyBar> batch =
                IntStream.range(0, bars).mapToObj(each -> bar(code(), day())).toList();
        context.get(RecordDailyBars.class).record(batch.stream());
        batch.forEach(this::know);
    }

    /** All that it knows, and nothing else. */
    void compare() {
        known.forEach((code, bars) -> assertThat(context.get(DailyBars.class).listAfter(code, null, Integer.MAX_VALUE))
                .as(code.value())
                .containsExactlyElementsOf(bars.values()));
    }

    private void turn() {
        ThirdCode code = code();
        TreeMap<LocalDate, DailyBar> bars = known.getOrDefault(code, new TreeMap<>());
        LocalDate day = bars.isEmpty() ? day() : bars.ceilingKey(bars.firstKey().plusDays(random.nextInt(1000)));
        if (day == null || bars.isEmpty()) {
            record(1 + random.nextInt(30));
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> record(1 + random.nextInt(30));
            case 1 -> update(code, day, bar(code, day));
            case 2 -> update(code, day, bar(code, day()));
            case 3 -> {
                delete(code, day);
                bars.remove(day);
            }
            case 4 ->
                context.transaction().executeWithoutResult(transaction -> {
                    context.get(RecordDailyBars.class).record(Stream.of(bar(code, day), bar(code, day())));
                    delete(code, day);
                    transaction.setRollbackOnly();
                });
            default ->
                assertThat(context.get(DailyBars.class).listAfter(code, day.minusDays(1), 3))
                        .containsExactlyElementsOf(
                                bars.tailMap(day).values().stream().limit(3).toList());
        }
    }

    /** To another day too, if that is free. */
    private void update(ThirdCode code, LocalDate day, DailyBar bar) {
        Map<LocalDate, DailyBar> bars = known.getOrDefault(code, new TreeMap<>());
        if (!bar.tradeDate().equals(day) && bars.containsKey(bar.tradeDate())) {
            return;
        }
        jdbc.sql("UPDATE data_engineering.stock_daily SET trade_date = ?, close = ?"
                        + " WHERE third_code = ? AND trade_date = ?")
                .param(bar.tradeDate())
                .param(bar.prices().close())
                .param(code.value())
                .param(day)
                .update();
        bars.remove(day);
        know(bar);
    }

    private void delete(ThirdCode code, LocalDate day) {
        jdbc.sql("DELETE FROM data_engineering.stock_daily WHERE third_code = ? AND trade_date = ?")
                .params(code.value(), day)
                .update();
    }

    private void know(DailyBar bar) {
        known.computeIfAbsent(bar.thirdCode(), code -> new TreeMap<>()).put(bar.tradeDate(), bar);
    }

    private ThirdCode code() {
        return new ThirdCode("%06d.%s".formatted(random.nextInt(STOCKS), exchange));
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private DailyBar bar(ThirdCode code, LocalDate day) {
        Prices prices = new Prices(null, null, null, random.nextDouble(), null, null, null, null);
        return new DailyBar(code, day, prices, Trading.UNKNOWN, Valuation.UNKNOWN, Shares.UNKNOWN, null);
    }
}

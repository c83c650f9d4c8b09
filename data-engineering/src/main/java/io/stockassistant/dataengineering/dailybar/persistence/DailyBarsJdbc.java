package io.stockassistant.dataengineering.dailybar.persistence;

import io.stockassistant.dataengineering.bulk.BulkUpsert;
import io.stockassistant.dataengineering.dailybar.DailyBar;
import io.stockassistant.dataengineering.dailybar.DailyBars;
import io.stockassistant.dataengineering.stock.ThirdCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

final class DailyBarsJdbc implements DailyBars {

    // The driver writes it as -infinity.
    private static final LocalDate BEFORE_ALL = LocalDate.MIN;

    private final JdbcClient jdbc;
    private final BulkUpsert<StockDailyModel> upsert;
    private final DailyBarMapper mapper;

    DailyBarsJdbc(JdbcClient jdbc, BulkUpsert<StockDailyModel> upsert, DailyBarMapper mapper) {
        this.jdbc = jdbc;
        this.upsert = upsert;
        this.mapper = mapper;
    }

    @Override
    public long record(Stream<DailyBar> bars) {
        try (Stream<StockDailyModel> rows = bars.map(mapper::toModel)) {
            return upsert.write(rows.iterator());
        }
    }

    @Override
    public List<DailyBar> listAfter(ThirdCode thirdCode, @Nullable LocalDate after, int limit) {
        return jdbc
                .sql("""
                        SELECT * FROM data_engineering.stock_daily WHERE third_code = :code AND trade_date > :after
                        ORDER BY trade_date LIMIT :limit""")
                .param("code", thirdCode.value())
                .param("after", after == null ? BEFORE_ALL : after)
                .param("limit", limit)
                .query(StockDailyModel.class)
                .list()
                .stream()
                .map(mapper::toBar)
                .toList();
    }
}

package io.stockassistant.dataengineering.stock.persistence;

import io.stockassistant.dataengineering.stock.Stock;
import io.stockassistant.dataengineering.stock.StockExists;
import io.stockassistant.dataengineering.stock.Stocks;
import io.stockassistant.dataengineering.stock.ThirdCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

final class StocksJdbc implements Stocks {

    private final JdbcClient jdbc;
    private final StockMapper mapper;

    StocksJdbc(JdbcClient jdbc, StockMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    // DO NOTHING instead of an error: the caller's transaction stays usable, and races are decided by the server.
    @Override
    public void add(Stock stock) {
        int added = jdbc.sql("""
                        INSERT INTO data_engineering.stock_info (third_code, symbol, name, area, industry, market,
                            list_date, fullname, enname, cnspell, exchange, curr_type, list_status, delist_date, is_hs,
                            source, last_finance_sync_date)
                        VALUES (:thirdCode, :symbol, :name, :area, :industry, :market,
                            :listDate, :fullname, :enname, :cnspell, :exchange, :currType, :listStatus, :delistDate, :isHs,
                            :source, :lastFinanceSyncDate)
                        ON CONFLICT DO NOTHING""").paramSource(mapper.toModel(stock)).update();
        if (added == 0) {
            throw new StockExists(stock);
        }
    }

    @Override
    public Optional<Stock> find(ThirdCode thirdCode) {
        return jdbc.sql("SELECT * FROM data_engineering.stock_info WHERE third_code = :code")
                .param("code", thirdCode.value())
                .query(StockInfoModel.class)
                .optional()
                .map(mapper::toStock);
    }

    // Locked in the order of their codes, which an UPDATE alone does not promise.
    @Override
    public void markFinanceSynced(Collection<ThirdCode> thirdCodes, LocalDate day) {
        jdbc.sql("""
                        WITH locked AS (
                            SELECT id FROM data_engineering.stock_info
                            WHERE third_code = ANY (:codes)
                                AND (last_finance_sync_date IS NULL OR last_finance_sync_date < :day)
                            ORDER BY third_code FOR NO KEY UPDATE)
                        UPDATE data_engineering.stock_info SET last_finance_sync_date = :day
                        FROM locked WHERE stock_info.id = locked.id""")
                .param("codes", thirdCodes.stream().map(ThirdCode::value).toArray(String[]::new))
                .param("day", day)
                .update();
    }

    @Override
    public List<Stock> listAfter(@Nullable ThirdCode after, int limit) {
        return jdbc
                .sql("""
                        SELECT * FROM data_engineering.stock_info WHERE third_code > :after
                        ORDER BY third_code LIMIT :limit""")
                .param("after", after == null ? "" : after.value())
                .param("limit", limit)
                .query(StockInfoModel.class)
                .list()
                .stream()
                .map(mapper::toStock)
                .toList();
    }
}

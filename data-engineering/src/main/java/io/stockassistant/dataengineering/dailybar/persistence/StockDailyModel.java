package io.stockassistant.dataengineering.dailybar.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code stock_daily}. */
@Entity
@Table(comment = "Daily bars and valuation figures, one row a stock and trading day. Each column names its unit.")
@IdClass(StockDailyKey.class)
record StockDailyModel(
        @Id
        @Column(
                length = 20,
                nullable = false,
                comment = "Code of the stock at the data provider (Tushare ts_code), for example 000001.SZ.")
        String thirdCode,

        @Id @Column(nullable = false, comment = "Trading day.")
        LocalDate tradeDate,

        @Column(comment = "Opening price, in the currency of trading.") @Nullable
        Double open,

        @Column(comment = "Highest price of the day, in the currency of trading.") @Nullable
        Double high,

        @Column(comment = "Lowest price of the day, in the currency of trading.") @Nullable
        Double low,

        @Column(comment = "Closing price, in the currency of trading.") @Nullable
        Double close,

        @Column(comment = "Closing price of the previous trading day, in the currency of trading.") @Nullable
        Double preClose,

        @Column(comment = "Price change against the previous close, in the currency of trading.") @Nullable
        Double change,

        @Column(comment = "Price change against the previous close, percent.") @Nullable
        Double pctChg,

        @Column(comment = "Trading volume in lots of 100 shares.") @Nullable
        Double vol,

        @Column(comment = "Trading value (turnover), thousand CNY.") @Nullable
        Double amount,

        @Column(comment = "Factor that adjusts prices for dividends, splits and rights issues.") @Nullable
        Double adjFactor,

        @Column(comment = "Turnover rate: volume against tradable shares, percent.") @Nullable
        Double turnoverRate,

        @Column(comment = "Turnover rate against free-float shares, percent.") @Nullable
        Double turnoverRateF,

        @Column(comment = "Volume ratio: the volume of the day relative to that of recent days.") @Nullable
        Double volumeRatio,

        @Column(comment = "Price-to-earnings ratio; null where there is a loss.") @Nullable
        Double pe,

        @Column(comment = "Price-to-earnings ratio over the trailing twelve months; null where there is a loss.")
        @Nullable
        Double peTtm,

        @Column(comment = "Price-to-book ratio.") @Nullable Double pb,
        @Column(comment = "Price-to-sales ratio.") @Nullable Double ps,

        @Column(comment = "Price-to-sales ratio over the trailing twelve months.") @Nullable
        Double psTtm,

        @Column(comment = "Dividend yield, percent.") @Nullable
        Double dvRatio,

        @Column(comment = "Dividend yield over the trailing twelve months, percent.") @Nullable
        Double dvTtm,

        @Column(comment = "Total shares outstanding, in units of 10,000 shares.") @Nullable
        Double totalShare,

        @Column(comment = "Tradable shares, in units of 10,000 shares.") @Nullable
        Double floatShare,

        @Column(comment = "Free-float shares, in units of 10,000 shares.") @Nullable
        Double freeShare,

        @Column(comment = "Total market value, in units of 10,000 CNY.") @Nullable
        Double totalMv,

        @Column(comment = "Market value of the tradable shares, in units of 10,000 CNY.") @Nullable
        Double circMv,

        @Column(length = 20, comment = "Data provider that the row comes from.") @Nullable
        String source) {}

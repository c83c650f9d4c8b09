package io.stockassistant.dataengineering.stock.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code stock_info}. */
@Entity
@Table(comment = "Listed companies and their shares, one row a stock.")
record StockInfoModel(
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Column(nullable = false, comment = "Surrogate key, assigned by the database.")
        @Nullable
        Integer id,

        @Column(
                length = 20,
                nullable = false,
                unique = true,
                comment = "Code of the stock at the data provider (Tushare ts_code), for example 000001.SZ.")
        String thirdCode,

        @Column(
                length = 10,
                nullable = false,
                unique = true,
                comment = "Stock code as the exchange writes it, for example 000001.")
        String symbol,

        @Column(length = 100, nullable = false, comment = "Short name of the stock.")
        String name,

        @Column(length = 50, comment = "Region where the company is based.") @Nullable
        String area,

        @Column(length = 50, comment = "Industry that the company belongs to.") @Nullable
        String industry,

        @Column(length = 20, comment = "Market segment in which the stock is listed.") @Nullable
        String market,

        @Column(comment = "Day of listing.") @Nullable LocalDate listDate,

        @Column(length = 200, comment = "Full name of the company in Chinese.") @Nullable
        String fullname,

        @Column(length = 200, comment = "Full name of the company in English.") @Nullable
        String enname,

        @Column(length = 50, comment = "Abbreviation of the name in pinyin initials.") @Nullable
        String cnspell,

        @Column(length = 20, comment = "Code of the exchange.") @Nullable
        String exchange,

        @Column(length = 20, comment = "Currency in which the stock is traded.") @Nullable
        String currType,

        @Column(length = 10, comment = "Listing status: L listed, D delisted, P listing suspended.") @Nullable
        String listStatus,

        @Column(comment = "Day of delisting; null while the stock is listed.") @Nullable
        LocalDate delistDate,

        @Column(
                length = 10,
                comment = "Whether Stock Connect covers the stock: N no, H through Shanghai, S through Shenzhen.")
        @Nullable
        String isHs,

        @Column(length = 20, comment = "Data provider that the row comes from.") @Nullable
        String source,

        @Column(comment = "Day on which financial data was last fetched for this stock.") @Nullable
        LocalDate lastFinanceSyncDate) {}

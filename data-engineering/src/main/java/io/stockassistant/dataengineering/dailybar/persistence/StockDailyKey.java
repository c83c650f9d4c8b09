package io.stockassistant.dataengineering.dailybar.persistence;

import java.time.LocalDate;

/** The key of {@code stock_daily}. */
record StockDailyKey(String thirdCode, LocalDate tradeDate) {}

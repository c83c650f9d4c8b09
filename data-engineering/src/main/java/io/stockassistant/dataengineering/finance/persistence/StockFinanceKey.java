package io.stockassistant.dataengineering.finance.persistence;

import java.time.LocalDate;

/** The key of {@code stock_finance}. */
record StockFinanceKey(String thirdCode, LocalDate annDate, LocalDate endDate) {}

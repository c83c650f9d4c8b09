/** Stocks in the table stock_info. */
@NullMarked
package io.stockassistant.dataengineering.stock.persistence;

import org.jspecify.annotations.NullMarked;

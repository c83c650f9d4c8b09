/** Daily bars in the table stock_daily. */
@NullMarked
package io.stockassistant.dataengineering.dailybar.persistence;

import org.jspecify.annotations.NullMarked;

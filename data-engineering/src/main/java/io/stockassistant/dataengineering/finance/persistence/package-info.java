/** Finance reports in the table stock_finance. */
@NullMarked
package io.stockassistant.dataengineering.finance.persistence;

import org.jspecify.annotations.NullMarked;

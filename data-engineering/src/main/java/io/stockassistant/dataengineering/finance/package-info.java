/** The financial indicators that a company has announced for a period. */
@NullMarked
package io.stockassistant.dataengineering.finance;

import org.jspecify.annotations.NullMarked;

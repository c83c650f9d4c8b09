/** Stocks, their daily bars and financial indicators, and the runs that fetch them from the provider. */
@NullMarked
package io.stockassistant.dataengineering;

import org.jspecify.annotations.NullMarked;

/** What can be done with stocks, one class a verb. */
@NullMarked
package io.stockassistant.dataengineering.stock.application;

import org.jspecify.annotations.NullMarked;

/** What can be done with finance reports, one class a verb. */
@NullMarked
package io.stockassistant.dataengineering.finance.application;

import org.jspecify.annotations.NullMarked;

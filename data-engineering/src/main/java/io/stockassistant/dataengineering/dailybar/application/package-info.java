/** What can be done with daily bars, one class a verb. */
@NullMarked
package io.stockassistant.dataengineering.dailybar.application;

import org.jspecify.annotations.NullMarked;

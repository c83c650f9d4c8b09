/** What one trading day did to one stock. */
@NullMarked
package io.stockassistant.dataengineering.dailybar;

import org.jspecify.annotations.NullMarked;

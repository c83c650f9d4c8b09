/** Tests of this room on a real database. */
@NullMarked
package io.stockassistant.dataengineering.dailybar;

import org.jspecify.annotations.NullMarked;

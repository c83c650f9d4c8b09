/** Tests of this room on a real database. */
@NullMarked
package io.stockassistant.dataengineering.stock;

import org.jspecify.annotations.NullMarked;

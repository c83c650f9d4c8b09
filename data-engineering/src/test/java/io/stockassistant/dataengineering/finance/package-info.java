/** Tests of this room on a real database. */
@NullMarked
package io.stockassistant.dataengineering.finance;

import org.jspecify.annotations.NullMarked;

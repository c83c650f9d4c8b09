/** Tests of this room on a real database. */
@NullMarked
package io.stockassistant.dataengineering.sync;

import org.jspecify.annotations.NullMarked;

/** Tests of this room on a real database. */
@NullMarked
package io.stockassistant.dataengineering.bulk;

import org.jspecify.annotations.NullMarked;

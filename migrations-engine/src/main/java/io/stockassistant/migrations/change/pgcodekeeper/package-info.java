/** The comparison of two databases by pgcodekeeper, and all that is known of that library. */
@NullMarked
package io.stockassistant.migrations.change.pgcodekeeper;

import org.jspecify.annotations.NullMarked;

/** The comparison of two databases by pgcodekeeper, and all that is known of that library. */
@NullMarked
package io.stockassistant.migrations.autogenerate.pgcodekeeper;

import org.jspecify.annotations.NullMarked;

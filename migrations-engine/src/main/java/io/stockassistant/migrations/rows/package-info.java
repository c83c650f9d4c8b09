/** Makes rows for tables of any types and constraints, so that scripts have something to run on, and something to lose. */
@NullMarked
package io.stockassistant.migrations.rows;

import org.jspecify.annotations.NullMarked;

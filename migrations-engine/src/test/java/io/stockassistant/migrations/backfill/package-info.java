/** Data migrations in batches, on real tables, with real failures. */
@NullMarked
package io.stockassistant.migrations.backfill;

import org.jspecify.annotations.NullMarked;

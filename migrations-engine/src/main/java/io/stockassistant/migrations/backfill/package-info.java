/** Carries out data migrations in batches, and keeps the books of them: progress, failures, what is left. */
@NullMarked
package io.stockassistant.migrations.backfill;

import org.jspecify.annotations.NullMarked;

/** Sees what each statement of a migration does to what was there before: locks, rewrites, scans, and what is gone. */
@NullMarked
package io.stockassistant.migrations.effect;

import org.jspecify.annotations.NullMarked;

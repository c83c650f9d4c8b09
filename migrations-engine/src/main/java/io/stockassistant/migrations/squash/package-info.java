/** Replaces a module's old migrations by one baseline, after a proof that both build the same database. */
@NullMarked
package io.stockassistant.migrations.squash;

import org.jspecify.annotations.NullMarked;

/** Writes the SQL that builds a schema and its rows from nothing, out of a catalog. */
@NullMarked
package io.stockassistant.migrations.baseline;

import org.jspecify.annotations.NullMarked;

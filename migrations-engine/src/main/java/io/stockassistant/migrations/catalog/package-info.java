/** A canonical snapshot of schemas, read from the server's own definitions, and the list of differences of two. */
@NullMarked
package io.stockassistant.migrations.catalog;

import org.jspecify.annotations.NullMarked;

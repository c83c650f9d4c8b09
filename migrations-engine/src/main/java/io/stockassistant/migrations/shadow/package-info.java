/** Throw-away databases, on the embedded PostgreSQL or on a server that is given. */
@NullMarked
package io.stockassistant.migrations.shadow;

import org.jspecify.annotations.NullMarked;

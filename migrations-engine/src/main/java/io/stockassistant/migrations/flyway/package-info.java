/** Everything that is taken from Flyway; the only room that may import {@code org.flywaydb}. */
@NullMarked
package io.stockassistant.migrations.flyway;

import org.jspecify.annotations.NullMarked;

/** What has to be as Flyway has it; the only room that may import {@code org.flywaydb}. */
@NullMarked
package io.stockassistant.migrations.flyway;

import org.jspecify.annotations.NullMarked;

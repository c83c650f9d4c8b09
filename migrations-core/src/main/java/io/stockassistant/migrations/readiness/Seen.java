package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.model.TablesFound;

/**
 * What a database holds of what is expected.
 *
 * @param database its name
 * @param histories empty ones where nobody has looked
 */
record Seen(String database, Histories histories, TablesFound tables) {}

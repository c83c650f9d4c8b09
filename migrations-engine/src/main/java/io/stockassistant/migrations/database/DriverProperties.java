package io.stockassistant.migrations.database;

import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.DriverParameters;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGProperty;

/** What the driver needs for connections on which migrations run. */
final class DriverProperties {

    private DriverProperties() {}

    static Properties of(DatabaseSettings settings, String purpose, Duration patience) {
        Properties properties = DriverParameters.toConnect(settings, patience);
        PGProperty.APPLICATION_NAME.set(properties, ("migrations " + purpose).strip());
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        // Lets the driver say everything in its first message; what is older is refused anyway.
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, Integer.toString(ServerVersion.OLDEST));
        return properties;
    }
}

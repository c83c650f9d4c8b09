package io.stockassistant.migrations.database;

import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.Password;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings that lead to a database of the test server. */
final class Servers {

    private Servers() {}

    static DatabaseSettings settings(TestDatabase database) {
        return settings(database, database.user(), database.password());
    }

    static DatabaseSettings settings(TestDatabase database, String user, @Nullable String password) {
        return new DatabaseSettings(
                database.host(),
                database.port(),
                database.name(),
                user,
                password == null || password.isEmpty() ? null : Password.of(password),
                Map.of(),
                "DATABASE_URL");
    }
}

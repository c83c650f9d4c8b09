package io.stockassistant.migrations.testing;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.Password;
import java.util.Map;

/** Throw-away databases on the server that all tests share. */
public final class TestShadow {

    private TestShadow() {}

    /** The caller closes it. */
    public static Shadow open() {
        try (TestDatabase any = TestPostgres.shared().newDatabase()) {
            return Shadow.on(new DatabaseSettings(
                    any.host(), any.port(), "postgres", any.user(), Password.of(any.password()), Map.of(), "the test"));
        }
    }
}

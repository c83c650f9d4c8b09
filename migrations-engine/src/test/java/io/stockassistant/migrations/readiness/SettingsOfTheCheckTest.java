package io.stockassistant.migrations.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings get into logs. */
final class SettingsOfTheCheckTest {

    @Test
    void showTheNamesOfPlaceholdersAndNoValues() {
        assertThat(new ReadinessSettings(
                        ReadinessPolicy.MIGRATE_IS_NOT_MINE,
                        "./migrations",
                        Map.of("TOKEN", "SECRET", "PLACE", "here")))
                .hasToString("ReadinessSettings[policy=migrate-is-not-mine, command=./migrations,"
                        + " placeholders=[PLACE, TOKEN]]");
    }
}

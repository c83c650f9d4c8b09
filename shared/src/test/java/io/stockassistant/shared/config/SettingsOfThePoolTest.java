package io.stockassistant.shared.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsOfThePoolTest {

    @Test
    void nothingSaidIsTheDefaults() {
        assertThat(of("")).isEqualTo(PoolSettings.DEFAULTS);
    }

    @Test
    void everySettingIsRead() {
        assertThat(of("DATABASE_POOL_SIZE=3 ; DATABASE_POOL_TIMEOUT=2s ; DATABASE_POOL_VALIDATION_TIMEOUT=500ms"
                        + " ; DATABASE_POOL_KEEP_ALIVE=1min ; .env/DATABASE_POOL_MAX_LIFETIME=1h"
                        + " ; DATABASE_POOL_LEAK_DETECTION=20"))
                .isEqualTo(new PoolSettings(
                        3,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        Duration.ofSeconds(20)));
    }

    @Test
    void whatMayBeOffIsOffWithZero() {
        PoolSettings off =
                of("DATABASE_POOL_KEEP_ALIVE=0 ; DATABASE_POOL_MAX_LIFETIME=0s ; DATABASE_POOL_LEAK_DETECTION=1h");

        assertThat(off.keepAlive()).isZero();
        assertThat(off.maxLifetime()).isZero();
        assertThat(off.leakDetection()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void defaultsGiveWayToShorterBounds() {
        assertThat(of("DATABASE_POOL_MAX_LIFETIME=1min").keepAlive()).isZero();
        assertThat(of("DATABASE_POOL_TIMEOUT=1s").validationTimeout()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATABASE_POOL_SIZE=many              | DATABASE_POOL_SIZE is \"many\"   | for example 10",
                "DATABASE_POOL_SIZE=0                 | no number from 1 to 1000         | for example 10",
                "DATABASE_POOL_SIZE=1001              | no number from 1 to 1000         | for example 10",
                "DATABASE_POOL_SIZE=-1                | no number from 1 to 1000         | for example 10",
                ".env/DATABASE_POOL_TIMEOUT=soon      | DATABASE_POOL_TIMEOUT (in .env)  | 30s",
                "DATABASE_POOL_TIMEOUT=1.5s           | which is no time                 | 30s",
                "DATABASE_POOL_TIMEOUT=0              | nothing below 250ms              | Make it longer",
                "DATABASE_POOL_TIMEOUT=100ms          | is 100ms                         | Make it longer",
                "DATABASE_POOL_VALIDATION_TIMEOUT=0   | nothing below 250ms              | Make it longer",
                "DATABASE_POOL_VALIDATION_TIMEOUT=1min| DATABASE_POOL_TIMEOUT is not longer: 10s | the first shorter",
                "DATABASE_POOL_KEEP_ALIVE=5s          | nothing below 30s                | Make it longer",
                "DATABASE_POOL_KEEP_ALIVE=1h          | DATABASE_POOL_MAX_LIFETIME is not longer: 1800s | the second longer",
                "DATABASE_POOL_MAX_LIFETIME=10s       | nothing below 30s                | Make it longer",
                "DATABASE_POOL_LEAK_DETECTION=1s      | nothing below 2s                 | Make it longer",
                "DATABASE_POOL_LEAK_DETECTION=2h      | DATABASE_POOL_MAX_LIFETIME       | the second longer",
                "DATABASE_POOL_SZIE=3                 | DATABASE_POOL_SZIE is no setting | DATABASE_POOL_SIZE",
            })
    void whatMakesNoSenseIsRefused(String given, String message, String remedy) {
        assertThatThrownBy(() -> of(given)).isInstanceOfSatisfying(ConfigurationException.class, refused -> {
            assertThat(refused).hasMessageContaining(message);
            assertThat(refused.remedy()).contains(remedy);
            assertThat(refused.code()).isEqualTo(ConfigurationException.INVALID_CONFIGURATION);
        });
    }

    private static PoolSettings of(String line) {
        return PoolSettings.of(Given.of(line).variables());
    }
}

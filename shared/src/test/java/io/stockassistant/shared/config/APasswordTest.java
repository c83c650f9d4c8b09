package io.stockassistant.shared.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class APasswordTest {

    private final DatabaseSettings settings = Given.of(
                    "DATABASE_URL=postgres://a%20n:SECRET@[::1]:6000/my%20stocks?sslmode=allow&sslpassword=SECRET")
            .settings();

    @Test
    void isInNoTextOfTheSettings() {
        assertThat(settings).hasToString(settings.url());
        assertThat(settings.url()).isEqualTo("postgres://a%20n@[::1]:6000/my%20stocks");
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:6000/my%20stocks");
    }

    @Test
    void isTheSameAsAnotherWithTheSameLetters() {
        assertThat(settings.password()).isEqualTo(Password.of("SECRET")).isNotEqualTo(Password.of("secret"));
        assertThat(settings.withDatabase("other").password()).isEqualTo(Password.of("SECRET"));
    }
}

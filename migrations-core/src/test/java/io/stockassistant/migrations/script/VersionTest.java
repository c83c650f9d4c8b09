package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.testing.Effort;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions compare as Flyway's do, and some of them say when they were written. */
class VersionTest {

    private static final List<String> SPELLINGS = List.of(
            "0",
            "00",
            "0.0",
            "1",
            "01",
            "1.0",
            "1.0.0",
            "1_0",
            "1.00",
            "1.1",
            "1.01",
            "1_1",
            "1.10",
            "1.1.0",
            "1.0.1",
            "2",
            "10",
            "1.9",
            "20260101",
            "20260101.0",
            "20260101000000",
            "9223372036854775808",
            "99999999999999999999999999.1");

    @Test
    void everyPairComparesAsInFlyway() {
        for (String one : SPELLINGS) {
            for (String other : SPELLINGS) {
                assertComparesAsInFlyway(one, other);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomPairsCompareAsInFlyway(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < Effort.of(2_000, 200_000); i++) {
            assertComparesAsInFlyway(randomVersion(random), randomVersion(random));
        }
    }

    private static void assertComparesAsInFlyway(String one, String other) {
        MigrationVersion flyways = MigrationVersion.fromVersion(one);
        int expected = Integer.signum(flyways.compareTo(MigrationVersion.fromVersion(other)));
        assertThat(Integer.signum(Version.of(one).compareTo(Version.of(other))))
                .as("%s and %s", one, other)
                .isEqualTo(expected);
        assertThat(Version.of(one).equals(Version.of(other)))
                .as("%s and %s", one, other)
                .isEqualTo(expected == 0);
        if (expected == 0) {
            assertThat(Version.of(one)).hasSameHashCodeAs(Version.of(other));
        }
        assertThat(Version.of(one)).hasToString(flyways.toString());
    }

    private static String randomVersion(Random random) {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> (random.nextInt(4) == 0 ? "0" : "") + random.nextInt(3))
                .collect(Collectors.joining(random.nextBoolean() ? "." : "_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "1.", ".1", "1..2", "1_", "_1", "1a", "v1", "-1", "+1", "1 ", "٣", "1-2", "latest"})
    void whatIsNoNumbersBetweenDotsIsNoVersion(String text) {
        assertThat(Version.find(text)).isEmpty();
        assertThatThrownBy(() -> Version.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "20260101, 20260101000000",
                "202601012, 20260101200000",
                "20260101235959, 20260101235959",
                "20261231, 20261231000000",
                "1, -",
                "2026, -",
                "2026010, -",
                "202601010000000, -",
                "20261301, -",
                "20260001, -",
                "20260132, -",
                "20260100, -",
                "00000101, -",
                "20260101.0, -",
                "20260101.1, -",
                "20260101_1, -",
                "12345678, -",
            })
    void datesHaveAnAge(String text, Long age) {
        Version version = Version.of(text);

        assertThat(version.age().isPresent() ? version.age().getAsLong() : null).isEqualTo(age);
    }
}

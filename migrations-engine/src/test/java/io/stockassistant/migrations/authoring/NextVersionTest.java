package io.stockassistant.migrations.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.script.Version;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of what is written now. */
class NextVersionTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 1, 9, 30);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the clock is ahead of the head     | 20260201000000 | true  | 20260301093000",
                "two in one second                  | 20260301093000 | true  | 20260301093001",
                "the clock is behind                | 20260301100000 | true  | 20260301100001",
                "the end of a century               | 20991231235959 | true  | 21000101000000",
                "a date that is none                | 20990231000000 | true  | 20990231000001",
                "a day, in the past                 | 20260201       | true  | 20260301093000",
                "a day, in the future               | 20990101       | true  | 20990101000001",
                "the last second that there is      | 99991231235959 | true  | 99991231235960",
                "applied, and no date               | 5              | true  | 20260301093000",
                "applied, no date, and bigger       | 99999999999999999 | true | 100000000000000000",
                "a number                           | 5              | false | 6",
                "the next digit                     | 9              | false | 10",
                "several numbers                    | 1.9            | false | 1.10",
                "several numbers, with underscores  | 1_9            | false | 1.10",
                "zeros in front                     | 007            | false | 008",
                "more than a long                   | 99999999999999999999 | false | 100000000000000000000",
            })
    void comeAfterTheHead(String situation, String head, boolean timestamps, String expected) {
        Version next = new NextVersion(timestamps, NOW).after(Version.of(head));

        assertThat(next).hasToString(expected).isGreaterThan(Version.of(head));
    }

    @Test
    void areTheTimeInAModuleWithoutMigrations() {
        assertThat(new NextVersion(true, NOW).first()).hasToString("20260301093000");
    }
}

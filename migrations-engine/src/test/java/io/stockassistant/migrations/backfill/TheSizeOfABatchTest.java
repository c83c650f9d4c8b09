package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheSizeOfABatchTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "as long as it should,       1000, 1000,  500, 1000",
        "a little too long,          1000, 1000,  625, 800",
        "a little too short,         1000, 1000,  400, 1250",
        "much too short,             1000, 1000,    1, 2000",
        "much too long,              1000, 1000, 9000, 500",
        "that of another size,       2000, 1000,  250, 2000",
        "of two who were too fast,   2000, 1000,  400, 1250",
        "the end of a table,         1000,  400,    1, 1000",
        "a single row,                  1,    1, 9000, 1",
        "as large as there is,    1000000, 1000000, 1, 1000000"
    })
    void followsFromTheTimeThatOneTook(String took, int size, long rows, long millis, int next) {
        Pace pace = new Pace(Duration.ofMillis(500));
        assertThat(pace.next(size, rows, Duration.ofMillis(millis))).isEqualTo(next);
    }
}

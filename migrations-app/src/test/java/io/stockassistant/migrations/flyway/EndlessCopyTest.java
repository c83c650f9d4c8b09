package io.stockassistant.migrations.flyway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.flyway.StatementSplitter.SplitException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flyway's parser alone would look for the end of the data for ever. */
class EndlessCopyTest {

    @ParameterizedTest
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ValueSource(strings = {"copy t from stdin;\n1\n2\n", "copy t from stdin;", "copy t from stdin"})
    void dataWithoutAnEndFails(String sql) {
        assertThatThrownBy(() -> StatementSplitter.split(sql, "V1__x.sql", Map.of()))
                .isInstanceOf(SplitException.class)
                .hasMessageContaining("ends inside a statement");
    }
}

package io.stockassistant.migrations.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of a history, as a descriptor gives it. */
class HistoryTableTest {

    @Test
    void isASchemaAndATableOrATableAlone() {
        assertThat(HistoryTable.parse("a.b", "c")).isEqualTo(new HistoryTable("a", "b"));
        assertThat(HistoryTable.parse(" b ", "c")).isEqualTo(new HistoryTable("c", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "a.", ".b", "a.b.c", "a..b"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> HistoryTable.parse(text, "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isQuotedWhateverItHolds() {
        assertThat(new HistoryTable("we\"ird", "Some Table").quoted()).isEqualTo("\"we\"\"ird\".\"Some Table\"");
    }

    @Test
    void hasTheLockKeyOfStockFlyway() {
        assertThat(new HistoryTable("a", "b").lockKey()).isEqualTo(77431708279161L + "\"a\".\"b\"".hashCode());
    }
}

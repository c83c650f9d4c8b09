package io.stockassistant.migrations.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.script.Version;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a HEAD file. */
class HeadTextTest {

    @Test
    void namesAVersionInItsFirstLine() {
        String text = HeadText.of("shop", Version.of("20260301093000"), "V20260301093000__orders.sql");

        assertThat(text)
                .startsWith("20260301093000\n# V20260301093000__orders.sql\n")
                .endsWith("\n");
        assertThat(HeadText.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Version.of("20260301093000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3\n", "3\r\n# x\r\n", "\uFEFF3\n", "# why\n\n  3  \n", "3.0\n", "03"})
    void isReadHoweverItsLinesEnd(String text) {
        assertThat(HeadText.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Version.of("3"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "names no version"),
                Arguments.of("# 3\n", "names no version"),
                Arguments.of("3\n4\n", "has more lines than one"),
                Arguments.of("head\n", "has 'head' where a version should be"),
                Arguments.of("V3__x.sql\n", "has 'V3__x.sql' where"),
                Arguments.of("9".repeat(50) + "x", "has '" + "9".repeat(40) + "…' where"),
                Arguments.of("<<<<<<< HEAD\n3\n=======\n4\n>>>>>>> other\n", "a conflict that git left behind"),
                Arguments.of("3\n<<<<<<< HEAD\n# V3__a.sql\n=======\n# V3__b.sql\n>>>>>>> x\n", "a conflict"),
                Arguments.of("3\n=======\n", "a conflict"),
                Arguments.of("\u0000\u0001", "where a version should be"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isRefusedWithAReason(String text, String reason) {
        assertThatThrownBy(() -> HeadText.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void isRefusedWhereItIsNoText() {
        assertThatThrownBy(() -> HeadText.parse(new byte[] {'3', (byte) 0xff}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is no text");
    }
}

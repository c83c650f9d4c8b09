package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDigestTest {

    /** Line ends are written as in Java; BOM is a byte order mark. */
    @ParameterizedTest
    @CsvSource({
        "a\\nb, a\\r\\nb, true",
        "a\\nb, a\\rb, true",
        "a\\nb, a\\nb\\n, true",
        "a\\nb, a\\nb\\r\\n, true",
        "a\\nb, BOMa\\nb, true",
        "a\\n\\nb, a\\r\\rb, true",
        "a\\nb, a\\n\\rb, false",
        "a\\nb, a\\nb\\n\\n, false",
        "a\\nb, \\na\\nb, false",
        "a\\nb, ab, false",
        "a\\nb, a\\nBOMb, false"
    })
    void lineEndsAndAByteOrderMarkDoNotCount(String one, String other, boolean same) {
        assertThat(TextDigest.of(text(one)).equals(TextDigest.of(text(other)))).isEqualTo(same);
    }

    private static String text(String named) {
        return named.translateEscapes().replace("BOM", "\uFEFF");
    }
}

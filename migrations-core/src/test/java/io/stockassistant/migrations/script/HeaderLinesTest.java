package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers that name a migration which gets another version. */
class HeaderLinesTest {

    private static Revision threeIsNine(Revision named) {
        boolean three = named.equals(new Revision("shop", Version.of("3")));
        return three ? new Revision("shop", Version.of("9")) : named;
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("-- depends-on: shop@3\nselect 1;", "-- depends-on: shop@9\nselect 1;"),
                Arguments.of("-- depends-on: shop@3", "-- depends-on: shop@9"),
                Arguments.of("\uFEFF--depends-on:shop@3\r\nx", "\uFEFF--depends-on:shop@9\r\nx"),
                Arguments.of("\n  -- depends-on: shop@3.0  \n", "\n  -- depends-on: shop@9  \n"),
                Arguments.of(
                        "-- depends-on: a@3\n-- depends-on: shop@3\n-- depends-on: shop@4\n",
                        "-- depends-on: a@3\n-- depends-on: shop@9\n-- depends-on: shop@4\n"),
                Arguments.of("select 1;\n-- depends-on: shop@3\n", "select 1;\n-- depends-on: shop@3\n"),
                Arguments.of("select '\n-- depends-on: shop@3\n';", "select '\n-- depends-on: shop@3\n';"),
                Arguments.of("-- depends-on: shop@3 and more\n", "-- depends-on: shop@3 and more\n"),
                Arguments.of("-- depends-on: shop\n", "-- depends-on: shop\n"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void followIt(String text, String expected) {
        assertThat(HeaderLines.withRevisions(text, HeaderLinesTest::threeIsNine))
                .isEqualTo(expected);
    }
}

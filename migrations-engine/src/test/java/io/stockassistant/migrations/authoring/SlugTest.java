package io.stockassistant.migrations.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of file names. */
class SlugTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("Add lot size", "add_lot_size"),
                Arguments.of("  add\tlot\nsize  ", "add_lot_size"),
                Arguments.of("stock_info.lot-size (SA-12)", "stock_info_lot_size_sa_12"),
                Arguments.of("don't drop the user’s rows", "dont_drop_the_users_rows"),
                Arguments.of("__a__b__", "a_b"),
                Arguments.of("2nd try", "2nd_try"),
                Arguments.of("Größe für Übersicht", "grosse_fur_ubersicht"),
                Arguments.of("Ærø, łódź, œuvre, þing", "aero_lodz_oeuvre_thing"),
                Arguments.of("İstanbul ıssız", "istanbul_issiz"),
                Arguments.of("ﬁnal ４２ ½", "final_42"),
                Arguments.of("e\u0301te\u0301", "ete"),
                Arguments.of("Имя таблицы", "имя_таблицы"),
                Arguments.of("株価テーブル 追加", "株価テーブル_追加"),
                Arguments.of("हिन्दी", "हिन्दी"),
                Arguments.of("한국어", "한국어"),
                Arguments.of("rocket 🚀 table 👩‍💻", "rocket_table"),
                Arguments.of("../../etc/passwd", "etc_passwd"),
                Arguments.of("C:\\temp\\x", "c_temp_x"),
                Arguments.of("'; DROP TABLE users; --", "drop_table_users"),
                Arguments.of("\u202Egnp.exe", "gnp_exe"),
                Arguments.of("🚀", ""),
                Arguments.of("... --- !!!", ""),
                Arguments.of("\u0301", ""),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void areMadeOfATextWithLettersAndDigits(String text, String slug) {
        assertThat(Slug.find(text).orElse("")).isEqualTo(slug);
    }

    static Stream<Arguments> longTexts() {
        return Stream.of(
                Arguments.of("a".repeat(300), "a".repeat(60)),
                Arguments.of("word ".repeat(60), "word_".repeat(12).substring(0, 59)),
                Arguments.of("a ".repeat(30) + "b", "a_".repeat(30).substring(0, 59)),
                Arguments.of("x" + "𠀀".repeat(100), "x" + "𠀀".repeat(29)));
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void areCutBetweenWordsWherePossible(String text, String slug) {
        assertThat(Slug.find(text)).contains(slug);
        assertThat(slug.length()).isLessThanOrEqualTo(Slug.LONGEST);
    }

    @Test
    void areTheSameForASlug() {
        texts().map(each -> (String) each.get()[1])
                .filter(each -> !each.isEmpty())
                .forEach(each -> assertThat(Slug.find(each)).contains(each));
    }
}

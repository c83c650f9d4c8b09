package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where {@code :from}, {@code :to}, {@code :table} and {@code :todo} are places, and where they are something else. */
class SqlForARangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    UPDATE :table SET a = 1 WHERE id BETWEEN :from AND :to AND :todo | UPDATE T SET a = 1 WHERE id BETWEEN F AND O AND (D)
                    (a, b) BETWEEN (:from) AND (:to)                                 | (a, b) BETWEEN (F) AND (O)
                    id>=:from AND id<=:to                                            | id>=F AND id<=O
                    a::text = ':from' AND b = :from::int                             | a::text = ':from' AND b = F::int
                    ":from" = :from                                                  | ":from" = F
                    E'\\':from' = :from                                              | E'\\':from' = F
                    name'x' = :from                                                  | name'x' = F
                    $$ :from $$ = :from                                              | $$ :from $$ = F
                    $a$ :from $$ $a$ = :from                                         | $a$ :from $$ $a$ = F
                    a /* :from */ = :from                                                | a /* :from */ = F
                    :fromage = :from_a AND :from                                     | :fromage = :from_a AND F
                    a[1:2] = :from                                                   | a[1:2] = F
                    a := :from                                                       | a := F
                    """)
    void isFilledAtItsPlacesAlone(String sql, String filled) {
        RangeSql range = RangeSql.of(new Statement(sql, 1, true, null));
        assertThat(range.with(Map.of("from", "F", "to", "O", "table", "T", "todo", "(D)")))
                .isEqualTo(filled);
    }
}

package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a colon gets a space, and where it stands for itself. */
class PsqlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select a[1:USER]                  | select a[1: USER]",
                "select a[lo:\"Hi\"], a[:2], a[1:] | select a[lo: \"Hi\"], a[: 2], a[1:]",
                "select a[1:ä], a[1 : 2]           | select a[1: ä], a[1 : 2]",
                "select json_object('a':'USER')    | select json_object('a': 'USER')",
                "select 1::int, x::USER            | select 1::int, x::USER",
                "select a[x::int:y]                | select a[x::int: y]",
                "select ':a', \":a\", $$:a$$       | select ':a', \":a\", $$:a$$",
                "select E'\\':a', e':a', U&':a'    | select E'\\':a', e':a', U&':a'",
                "select fine_e'\\' :a              | select fine_e'\\' : a",
                "/* :a /* :b */ :c */ select 1 -- :d | /* :a /* :b */ :c */ select 1 -- :d",
                "select a$b$[1:c] -- $b$           | select a$b$[1: c] -- $b$",
                "select $1[1:$2]                   | select $1[1: $2]",
                "call f(a := 1)                    | call f(a := 1)"
            })
    void aColon(String sql, String expected) {
        assertThat(PsqlText.of(sql)).isEqualTo(expected);
    }
}

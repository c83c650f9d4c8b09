package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is opened and never closed; ⏎ stands for a line end. */
class OpenQuotesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select 1",
                "select 'a', 'it''s', '', ''''",
                "select \"a\"\"b\", \"it's\"",
                "select $$ it's \" /* $$, $tag$ $$ $other$ $tag$",
                "select $ü$ ' $ü$",
                "select E'it\\'s', e'\\\\', E'\\n'",
                "select 'a\\'; select 'b'",
                "select U&'d\\0061t', U&\"d\\0061t\", B'01', X'1F'",
                "select fine_e'x'",
                "select a$b, a$$b$, $1, $2::int, a$1$b from t",
                "select a$b$c from t",
                "/* it's \" $$ */ select 1",
                "/* a /* nested ' */ still */ select 1",
                "select 1 -- it's \" $$ /*",
                "select 1 --",
                "select 1 - -1, 2 / 3, 4 * 5",
                "-- it's⏎select 1",
                "copy t from stdin;⏎it's⏎$$ /* \"⏎\\.⏎select 1;",
                "copy t (a, \"b c\") from stdin with (format csv);⏎'⏎\\.⏎",
                "COPY /* ' */ t FROM -- '⏎STDIN;⏎1⏎\\.",
                "copy t from stdin;⏎\\.⏎copy u from stdin;⏎'⏎\\.⏎",
                "copy (select a from stdin) to stdout; select 1",
                "copy t from program 'x'",
                "select copy, a from stdin;",
                "create function f() returns int begin atomic select 'a'; end; select 1"
            })
    void nothingIs(String sql) {
        assertThat(OpenQuotes.find(sql.replace('⏎', '\n'))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 'a             | 7  | '",
                "select 'a''           | 7  | '",
                "select \"a            | 7  | \"",
                "select $$a            | 7  | ($$)",
                "select $t$ $$ $T$     | 7  | ($t$)",
                "select E'a\\'         | 7  | '",
                "select e'             | 7  | '",
                "select 'a'; /* b      | 12 | /*",
                "/* a /* b */          | 0  | /*",
                "select 1; -- x⏎select ' | 22 | '",
                "copy t from stdin;⏎1  | 0  | COPY",
                "select 1; copy t from stdin;⏎1⏎\\.x | 10 | COPY",
                "copy t from stdin     | 0  | COPY",
                "copy t from stdin;    | 0  | COPY",
                "copy t from stdin;⏎\\.⏎select ' | 29 | '",
                "1$$a                  | 1  | ($$)",
            })
    void somethingIs(String sql, int offset, String what) {
        OpenQuotes open = OpenQuotes.find(sql.replace('⏎', '\n')).orElseThrow();

        assertThat(open.offset()).isEqualTo(offset);
        assertThat(open.what()).contains(what);
    }
}

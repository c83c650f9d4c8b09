package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is opened and never closed; ⏎ stands for a line end. */
class StatementScannerTest {

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
        assertThat(StatementScanner.scan(sql.replace('⏎', '\n')).findOpen()).isEmpty();
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
                "select (1, (2); x     | 7  | parenthesis",
                "create function f() returns int begin atomic select 1; | 0 | BEGIN ATOMIC",
            })
    void somethingIs(String sql, int offset, String what) {
        StatementScanner.Open open =
                StatementScanner.scan(sql.replace('⏎', '\n')).findOpen().orElseThrow();

        assertThat(open.offset()).isEqualTo(offset);
        assertThat(open.what()).contains(what);
    }

    /** Scripts on which Flyway's parser is right; what it gets wrong is named in ADR 7. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; select 2",
                "-- a⏎/* b; */ select 1;⏎⏎⏎-- c⏎select ';', $$;$$, \";\"; ⏎;;⏎select 3 -- ;",
                "create table t (a int, b text default ';');create index i on t (a);",
                "create rule r as on insert to t do (select 1; select 2); select 3",
                "create function f() returns int begin atomic select case when a then 1 end; select 2; end; select 4",
                "create or replace procedure p() language plpgsql as $x$ begin; end; $x$; call p()",
                "copy t from stdin;⏎1;⏎\\.⏎select 1;⏎copy t (a) from stdin with (format csv);⏎';'⏎\\.⏎",
                "create index concurrently i on t (a); drop index concurrently if exists i",
                "create unique index concurrently i on t (a)",
                "vacuum (analyze) t; alter system set a = 1; discard all; reindex schema s; reindex (verbose) database d",
                "create database a; drop tablespace b; create subscription c connection 'd' publication e",
                "create view v as select 1; reindex table t; alter table t add column vacuum int; drop index i",
                "insert into t values (E'a\\';b'); select 1",
                "begin; savepoint a; rollback to a; commit",
                "do $$ begin perform 1; end $$; select 1;",
                "select 1 + 2 as \"a;\"\"b\"; grant select on t to public; analyze t"
            })
    void cutsAndJudgesLikeFlyway(String sql) {
        String text = sql.replace('⏎', '\n');

        assertThat(StatementScanner.scan(text).statements().stream()
                        .map(Keywords::toStatement)
                        .map(each -> each.body() + " | " + each.firstLine() + " | " + each.transactional()))
                .containsExactlyElementsOf(FlywayStatements.of(text));
    }
}

package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a script may hold, and what is said of one that may not; ⏎ stands for a line end. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScriptChecksTest {

    /**
     * A row.
     *
     * @param expected {@code tx} or {@code no tx}; or the codes of the problems, then words of their texts after a colon
     */
    record Row(String sql, String conf, String expected) {
        @Override
        public String toString() {
            return sql + (conf.isEmpty() ? "" : " [" + conf + "]") + " -> " + expected;
        }
    }

    private static final String WITHOUT = "executeInTransaction=false";

    static List<Row> rows() {
        return List.of(
                row("select 1", "tx"),
                row("", "empty-migration: shop/V1__x.sql:1 / no statement"),
                row("-- nothing⏎/* here */⏎ ; ⏎;", "empty-migration"),
                row("﻿", "empty-migration"),
                row("﻿create table t (a int);", "tx"),
                row("create table t (a int);␍⏎select 1;␍⏎", "tx"),
                row("select 1;⏎select 'a;⏎select 2;", "unterminated: shop/V1__x.sql:2 / string"),
                row("select 1;⏎⏎/* the end", "unterminated: shop/V1__x.sql:3 / comment"),
                row("select 1;⏎do $body$ begin end $other$;", "unterminated: x.sql:2 / $body$"),
                row("create table \"t (a int);", "unterminated: quoted name"),
                row("select 1;⏎copy t from stdin;⏎1⏎2⏎", "unterminated: shop/V1__x.sql:2 / COPY / \\."),
                row("copy t from stdin", "unterminated: COPY"),
                row("copy t from stdin;⏎1⏎it's⏎\\.⏎select 1;", "tx"),
                row("select ${nosuch};", "missing-placeholder: ${nosuch} / --placeholder"),
                row("create table ${flyway:defaultSchema}.t (a int);", "tx"),
                row("create index concurrently i on t (a)", "no tx"),
                row("create index concurrently i on t (a)", WITHOUT, "no tx"),
                row("create unique index concurrently if not exists i on t (a);⏎drop index concurrently j", "no tx"),
                row("vacuum t", "no tx"),
                row("select 1", WITHOUT, "no tx"),
                row("select 1", "executeInTransaction=true", "tx"),
                row("select 1", "# nothing said", "tx"),
                row("select 1", "executeInTransaction=no", "unparsable: V1__x.sql.conf / 'no' / =false"),
                row("select 1", "executeInTransactions=false", "unparsable: V1__x.sql.conf / executeInTransactions"),
                row(
                        "create table t (a int);⏎create index concurrently i on t (a)",
                        "mixed-transactions: x.sql:2 / create index concurrently i / create table t / line 1"),
                row("create table t (a int);⏎create index concurrently i on t (a)", WITHOUT, "no tx"),
                row(
                        "reindex index concurrently i",
                        "needs-conf: x.sql:1 / executeInTransaction=false into shop/V1__x.sql.conf"),
                row("reindex (concurrently, verbose) table t", "needs-conf"),
                row("reindex index concurrently i", WITHOUT, "no tx"),
                row("reindex table concurrently_named", "tx"),
                row("reindex table t", "tx"),
                row("create index concurrently i on t (a);⏎reindex index concurrently i", "needs-conf: x.sql:2"),
                row("alter table t detach partition p concurrently", "needs-conf"),
                row("alter table only t⏎  detach partition p⏎ concurrently", WITHOUT, "no tx"),
                row("alter table t detach partition p", "tx"),
                row("begin;⏎select 1;⏎commit;", "needs-conf needs-conf: begin / x.sql:3 / commit / Remove it"),
                row("start transaction; rollback", "needs-conf needs-conf"),
                row("select 1; end", "needs-conf"),
                row("begin; select 1; commit", WITHOUT, "no tx"),
                row(
                        "savepoint a; select 1; rollback to savepoint a; rollback to a; rollback work to a; release a",
                        "tx"),
                row("create function f() returns int begin atomic select 1; select 2; end; select 3", "tx"),
                row("create procedure p() language plpgsql as $$ begin commit; end $$", "tx"),
                row("alter type mood add value 'ok'", "tx"),
                row("set client_encoding = 'LATIN1'; select 1", "unsupported-statement: x.sql:1 / UTF-8"),
                row("set client_encoding = 'UTF8'; set names 'utf-8'; set standard_conforming_strings = on;", "tx"),
                row("SET SESSION datestyle TO 'SQL, DMY'", "unsupported-statement"),
                row("set datestyle = 'ISO, DMY'; set local datestyle to iso", "tx"),
                row("set /* c */ standard_conforming_strings = off", "unsupported-statement: E'"),
                row("set search_path = a; set names_of_mine.x = 'y'", "tx"),
                row("discard all; select 1", WITHOUT, "unsupported-statement: x.sql:1 / clean session"),
                row("discard all", "no tx"),
                row("copy t from stdin; select 2;⏎1⏎\\.⏎", "unsupported-statement: x.sql:1 / next line"),
                row("copy t to stdout", "unsupported-statement: x.sql:1 / TO STDOUT"),
                row("COPY (select 'to program') /* c */ to⏎stdout with (format csv)", "unsupported-statement"),
                row("copy (select ' to stdout') to '/tmp/x'", "tx"),
                row("copy t from stdin; -- the data:⏎1⏎\\.⏎", "tx"),
                row("select 1;⏎-- note␍commit;⏎select 2", "needs-conf: commit"),
                row("prepare/**/transaction 'a'", "needs-conf"),
                row("create schema shop", "own-schema: x.sql:1 / IF NOT EXISTS"),
                row("/* first */⏎-- of all⏎create  schema⏎\"shop\" authorization me", "own-schema: x.sql:3"),
                row("CREATE SCHEMA SHOP;", "own-schema"),
                row("create schema authorization shop", "own-schema"),
                row("create schema \"SHOP\"; create schema shop2; create schema other authorization shop", "tx"),
                row("create schema if not exists shop; create schema if not exists \"shop\"", "tx"),
                row("drop schema shop", "own-schema"),
                row("drop schema if exists other, \"shop\" cascade", "own-schema"),
                row("drop schema shop, other", "own-schema"),
                row("drop schema shopping, other", "tx"),
                row("create schema shop; begin; reindex system s", "own-schema mixed-transactions"),
                row("select 1;⏎-- depends-on: a@1⏎select 2", "tx"),
                row("select 1;⏎\\! touch it's", "unsupported-statement: x.sql:2 / \\! / psql / Remove"),
                row("\\restrict a b⏎select 1;", "unsupported-statement: x.sql:1 / \\restrict"),
                row("\\unrestrict a⏎", "unsupported-statement: x.sql:1 / \\unrestrict"),
                row("\\connect 'postgres://a:secret@b/c'⏎", "unsupported-statement: x.sql:1 has \\connect, which"),
                row("select 1 \\g", "unsupported-statement: \\g"),
                row("select 1⏎  \\gset⏎;", "unsupported-statement: x.sql:2 / \\gset"),
                row("select 1\\; select 2", "unsupported-statement: \\;"),
                row("select (\\:x)", "unsupported-statement: \\:"),
                row("create function f() returns int begin atomic select 1;⏎\\q⏎end", "unsupported-statement: x.sql:2"),
                row("copy t from stdin;⏎1⏎\\.⏎\\.⏎", "unsupported-statement: x.sql:4 / \\."),
                row("select '\\!', E'\\'\\!', $$\\!$$, U&'\\0061', \"\\!\" /* \\! */ -- \\!", "tx"),
                row("copy t from stdin;⏎\\N\\\\⏎\\x⏎\\.⏎select 1", "tx"));
    }

    private static Row row(String sql, String expected) {
        return row(sql, "", expected);
    }

    private static Row row(String sql, String conf, String expected) {
        return new Row(sql, conf, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aScriptIsReadOrRefused(Row row) {
        String text = row.sql().replace('⏎', '\n').replace('␍', '\r');
        check(row.conf().isEmpty() ? OneScript.of(text) : OneScript.of(text, row.conf()), false, row.expected());
    }

    @Test
    void aWayBackThatDropsTheSchemaIsRefused() {
        check(OneScript.of("drop schema shop cascade"), true, "own-schema: shop/U1__x.sql:1 / the base of a module");
    }

    @Test
    void aWayBackThatSaysThatThereIsNoneMayBeEmpty() {
        check(OneScript.of("-- irreversible: rows are gone"), true, "tx");
        check(OneScript.of("-- rows are gone"), true, "empty-migration: shop/U1__x.sql:1");
    }

    @Test
    void aHeaderOfAWayBackThatSaysNothingIsRefused() {
        check(OneScript.of("-- irreversible:\nselect 1;"), true, "invalid-header: shop/U1__x.sql:1");
    }

    @Test
    void textInAnotherEncodingIsRefused() {
        check(
                OneScript.of("select 'größer';".getBytes(StandardCharsets.ISO_8859_1)),
                false,
                "not-utf8: shop/V1__x.sql is not UTF-8 / Save");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        check(OneScript.unreadable(), false, "unparsable: shop/V1__x.sql / permission denied");
    }

    private static void check(OneScript script, boolean undo, String expected) {
        List<Problem> problems = new ArrayList<>();
        String[] parts = expected.split(": ", 2);
        String found = script.read(undo, problems)
                .map(each -> each.transactional() ? "tx" : "no tx")
                .orElseGet(
                        () -> problems.stream().map(each -> each.code().word()).collect(Collectors.joining(" ")));

        assertThat(found).as(problems.toString()).isEqualTo(parts[0]);
        if (parts.length > 1) {
            assertThat(problems.toString()).contains(parts[1].split(" / ", -1));
        }
    }
}

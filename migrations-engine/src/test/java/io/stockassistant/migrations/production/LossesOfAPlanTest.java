package io.stockassistant.migrations.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.script.Tokens;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several statements take of a live database, one after the other. */
final class LossesOfAPlanTest {

    private static final TestDatabase DATABASE = TestPostgres.shared().newDatabase();

    @BeforeAll
    static void fill() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA shop; CREATE SCHEMA other; CREATE SCHEMA empty;"
                    + " CREATE TABLE shop.a (id int, note text, identity int, \"Big\" int);"
                    + " INSERT INTO shop.a VALUES (1, 'x', 1), (2, 'y', 1), (3, null, 1);"
                    + " CREATE TABLE shop.b AS SELECT generate_series(1, 70) AS id;"
                    + " CREATE TABLE other.b AS SELECT 1 AS id; CREATE TABLE public.p AS SELECT 1 AS id;"
                    + " CREATE FUNCTION shop.does_something() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    /** Statements are separated by {@code /}, steps by {@code //}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            drop table b                                                       | 1: shop.b (70 rows)
            drop table other.b, p                                              | 1: other.b (1 row), 1: public.p (1 row)
            drop table "B"                                                     | 1: B (unknown rows)
            drop table ghost                                                   | 1: ghost (unknown rows)
            drop table if exists ghost                                         |
            do $$ begin execute x; end $$ / drop table if exists ghost         | 1: ghost (unknown rows)
            select does_something() / drop table if exists ghost               | 1: ghost (unknown rows)
            select count(*) from b / drop table if exists ghost                |
            create table c (id int) / drop table c                             |
            create table c (id int) // alter table c rename to d / drop table d |
            create table if not exists b (id int) / drop table b               | 1: shop.b (70 rows)
            drop table b / create table b (id int) / drop table b              | 1: shop.b (70 rows)
            alter table b rename to b_old / drop table b_old                   | 1: shop.b (70 rows)
            alter table b rename to b_old // drop table b_old                  | 2: shop.b (70 rows)
            alter table b rename to b_old // drop table if exists b_old        | 2: shop.b (70 rows)
            alter table b rename to b_old / create table b (id int) / drop table b |
            alter table b rename to "B" / drop table shop."B"                  | 1: shop.b (70 rows)
            alter index b rename to c / drop table c                           | 1: shop.b (70 rows)
            alter table b set schema empty // drop table empty.b               | 2: shop.b (70 rows)
            alter schema shop rename to old / drop table old.b                 | 1: shop.b (70 rows)
            alter schema other rename to old / drop table other.b              | 1: other.b (unknown rows)
            alter schema other rename to old / drop schema old cascade         | 1: other.b (1 row), 1: what else is in the schema old (unknown rows)
            drop schema empty cascade                                          | 1: what else is in the schema empty (unknown rows)
            drop schema if exists ghost cascade                                |
            drop schema ghost cascade                                          | 1: what else is in the schema ghost (unknown rows)
            create schema s / create table s.c (id int) / drop schema s cascade |
            create schema s / alter table b set schema s / drop schema s cascade | 1: shop.b (70 rows)
            drop schema empty                                                  |
            alter table a drop column identity                                 | 1: shop.a.identity (3 rows)
            alter table a drop note, drop "Big"                                | 1: shop.a.note (2 rows), 1: shop.a.Big (0 rows)
            alter table a drop big                                             | 1: a.big (unknown rows)
            alter table a drop column if exists ghost                          |
            alter table a add x int / alter table a drop x                     |
            alter table a add if not exists note text / alter table a drop note | 1: shop.a.note (2 rows)
            alter table a rename note to n // alter table a drop n             | 2: shop.a.note (2 rows)
            alter table a rename note to n / alter table a add note text / alter table a drop note |
            alter table a rename to c / alter table c rename note to n / alter table c drop n | 1: shop.a.note (2 rows)
            alter table a alter note type int using null                       | 1: the old values of shop.a.note (2 rows)
            alter table a alter note type varchar(9)                           |
            truncate b                                                         | 1: the rows of shop.b (70 rows)
            delete from b                                                      | 1: the rows of shop.b (70 rows)
            delete from b where id = 1                                         |
            create table c (id int) / truncate c                               |
            drop domain d cascade                                              | 1: what uses the domain d (unknown rows)
            drop materialized view m                                           |
            alter table b detach partition c                                   |
            create table c (id int) / alter table c attach partition b default / drop table c | 1: c (unknown rows)
            create table c (id int) / create table d (id int) / alter table c attach partition d default / drop table c |
            set search_path to other / drop table b                            | 1: other.b (1 row)
            set search_path = other // drop table b                            | 2: shop.b (70 rows)
            create table c (id int) / select set_config('search_path', x, true) / drop table c | 1: c (unknown rows)
            create table other.c (id int) / do $$ begin if x then set search_path to other; end if; end $$ / drop table c | 1: c (unknown rows)
            create temp table b (id int) / drop table b                        |
            create temp table b (id int) // drop table b                       | 2: shop.b (70 rows)
            create table c (id int) / savepoint s / alter table b rename to d / alter table c rename to b / rollback to s / drop table b | 1: b (unknown rows)
            do $$ begin if x then alter table b rename to c; create table b (id int); end if; end $$ / drop table b | 1: b (unknown rows)
            do $$ begin drop table b; end $$                                   | 1: shop.b (70 rows)
            do $$ begin execute 'drop table b'; end $$                         | 1: shop.b (70 rows)
            create function f() returns void language sql as 'drop table b'    |
            create function f() returns void language sql as 'drop table b' / select f() | 1: shop.b (70 rows)
            """)
    void areFound(String plan, String expected) throws SQLException {
        try (Connection connection = DATABASE.connect()) {
            PlannedLosses losses = new PlannedLosses(new LiveTables(connection));
            int step = 0;
            for (String statements : plan.split(" // ", -1)) {
                losses.begin(String.valueOf(++step), "shop");
                for (String statement : statements.split(" / ", -1)) {
                    losses.add(Drops.list(Tokens.of(statement)));
                }
            }
            String found = losses.list().stream()
                    .map(each -> each.step() + ": " + each.object() + " (" + each.rows() + ")")
                    .collect(Collectors.joining(", "));
            assertThat(found).isEqualTo(expected == null ? "" : expected);
        }
    }
}

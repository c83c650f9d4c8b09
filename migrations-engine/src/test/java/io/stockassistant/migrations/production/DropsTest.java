package io.stockassistant.migrations.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.script.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement is seen to drop, to create and to rename. */
final class DropsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            drop table a                                               | DropTable[a, false]
            DROP TABLE IF EXISTS s.a, "B c" CASCADE                    | DropTable[s.a, true] DropTable[B c, true]
            drop/**/table/* x */A--y                                   | DropTable[a, false]
            drop table db.s.a                                          | DropTable[s.a, false]
            drop schema if exists old cascade                          | DropSchema[old, true]
            drop schema old, older cascade                             | DropSchema[old, false] DropSchema[older, false]
            drop schema old                                            |
            truncate only a, b                                         | Empty[a] Empty[b]
            truncate table a restart identity                          | Empty[a]
            truncate a cascade                                         | Empty[a] Unknown[the rows of tables that refer to a]
            delete from only s.a                                       | Empty[s.a]
            delete from a where true                                   | Empty[a]
            delete from a where id = 1                                 |
            delete from a using b where a.id = b.id                    |
            with x as (delete from a returning *) select 1 where true  | Empty[a]
            with x as (delete from a where id = 1) select 1            |
            explain analyze delete from a                              | Empty[a]
            create rule r as on insert to a do also delete from b      |
            select 'drop table a'                                      |
            comment on table a is 'we drop table b later'              |
            drop view a cascade                                        |
            drop materialized view a cascade                           |
            drop index a cascade                                       |
            drop type d                                                |
            drop type d cascade                                        | Unknown[what uses the type d]
            drop domain if exists s.d cascade                          | Unknown[what uses the domain s.d]
            drop extension e cascade                                   | Unknown[what uses the extension e]
            drop function f(int, text) cascade                         | Unknown[what uses the function f]
            drop collation c cascade                                   | Unknown[what uses the collation c]
            drop owned by r                                            | Unknown[what the role r owns]
            drop database if exists d                                  | Unknown[the database d]
            create table dropped (drop_b int)                          | CreateTable[dropped]
            create unlogged table if not exists s.a as select 1        | CreateTable[s.a]
            create temp table a (id int)                               | CreateTable[pg_temp.a]
            create schema if not exists s authorization r              | CreateSchema[s]
            """)
    void isRead(String sql, String expected) {
        assertThat(effects(sql)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            drop b                                            | DropColumn[a, b, false]
            drop column if exists "B", drop c cascade         | DropColumn[a, B, true] DropColumn[a, c, false]
            drop column identity                              | DropColumn[a, identity, false]
            drop identity                                     | DropColumn[a, identity, false]
            drop column expression                            | DropColumn[a, expression, false]
            drop column if exists "default"                   | DropColumn[a, default, true]
            drop column "constraint"                          | DropColumn[a, constraint, false]
            drop column "column"                              | DropColumn[a, column, false]
            drop if                                           | DropColumn[a, if, false]
            drop if exists exists                             | DropColumn[a, exists, true]
            drop column type, drop column data                | DropColumn[a, type, false] DropColumn[a, data, false]
            drop constraint b, alter c drop default           |
            alter c drop not null, add d int, drop e          | AddColumn[a, d] DropColumn[a, e, false]
            alter b drop identity, drop column c              | DropColumn[a, c, false]
            alter column b drop expression if exists          |
            add drop_me int                                   | AddColumn[a, drop_me]
            add column if not exists b numeric(1,2), drop c   | AddColumn[a, b] DropColumn[a, c, false]
            add check (b in (1, 2)), drop c                   | AddColumn[a, check] DropColumn[a, c, false]
            alter b type bigint                               |
            alter b type text using left(b, 3)                | Rewrite[a, b]
            alter column b set data type int using null       | Rewrite[a, b]
            alter type type int using 1                       | Rewrite[a, type]
            rename to b                                       | RenameTable[a, b]
            rename b to c                                     | RenameColumn[a, b, c]
            rename column "B" to c                            | RenameColumn[a, B, c]
            rename constraint b to c                          |
            set schema s                                      | MoveTable[a, s]
            detach partition b                                |
            detach partition b concurrently                   |
            attach partition b for values in (1)              | Attach[a, b]
            """)
    void ofATableIsRead(String actions, String expected) {
        for (String table : new String[] {"a", "only a", "a *", "if exists a", "if exists only \"a\""}) {
            String seen = effects("ALTER TABLE " + table + " " + actions);
            String wanted = expected == null ? "" : expected;
            assertThat(seen)
                    .as(table)
                    .isEqualTo(
                            table.startsWith("if") && wanted.contains("Drop")
                                    ? wanted.replace("false", "true")
                                    : wanted);
        }
        assertThat(effects("alter schema \"S\" rename to t")).isEqualTo("RenameSchema[S, t]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            begin drop table a; alter table b drop c; end         | DropTable[a, false] DropColumn[b, c, false] Unsure[]
            begin if x then drop table a; else truncate b; end if; end | DropTable[a, false] Empty[b] Unsure[]
            begin raise notice 'drop table a'; end                |
            begin execute 'drop table a'; end                     | DropTable[a, false] Unsure[] Unsure[]
            begin execute format('drop table %I', x); end         | Unknown[what EXECUTE puts together] Unread[]
            begin execute 'alter table ' || x || ' drop c'; end   | Unknown[what EXECUTE puts together] Unread[]
            begin execute format('drop index %I', x); end         | Unread[]
            begin execute x; end                                  | Unread[]
            begin perform f(1); end                               | Call[[f]]
            """)
    void inABlockIsRead(String body, String expected) {
        String wanted = expected == null ? "" : expected;
        assertThat(effects("do $$ " + body + " $$")).isEqualTo(wanted);
        assertThat(effects("do language plpgsql $x$" + body + "$x$")).isEqualTo(wanted);
        assertThat(effects("do '" + body.replace("'", "''") + "'")).isEqualTo(wanted);
        assertThat(effects("create function s.f() returns void language plpgsql as $$" + body + "$$"))
                .isEqualTo("Define[f, [" + wanted.replace("] ", "], ") + "]]");
    }

    private static String effects(String sql) {
        return Drops.list(new Statement(sql, 1, true, null)).stream()
                .map(each -> each.toString().replaceAll("\\w+=", ""))
                .collect(Collectors.joining(" "));
    }
}

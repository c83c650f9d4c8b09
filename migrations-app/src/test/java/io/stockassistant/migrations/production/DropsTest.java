package io.stockassistant.migrations.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.script.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement is seen to drop. */
final class DropsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            drop table a                                                     | a
            DROP TABLE IF EXISTS s.a, "B c" CASCADE                          | s.a, "B c"
            truncate only a, b                                               | a, b
            truncate table a restart identity                                | a
            drop schema if exists old cascade                                | old.*
            alter table a drop b                                             | a#b
            alter table only s.a drop column if exists "B", drop c cascade   | s.a#"B", s.a#c
            alter table a drop constraint b, alter c drop default            |
            alter table a alter c drop not null, add d int, drop e           | a#e
            alter table if exists a alter b drop identity, drop column c     | a#c
            alter table a add drop_me int                                    |
            do $$ begin drop table a; alter table b drop c; end $$           | a, b#c
            select 'drop table a'                                            |
            comment on table a is 'we drop table b later'                    |
            drop view a                                                      |
            create table dropped (drop_b int)                                |
            """)
    void isRead(String sql, String expected) {
        String found = Drops.list(new Statement(sql == null ? "" : sql, 1, true, null)).stream()
                .map(each -> each.wholeSchema()
                        ? each.table() + ".*"
                        : each.table() + (each.column() == null ? "" : "#" + each.column()))
                .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }
}

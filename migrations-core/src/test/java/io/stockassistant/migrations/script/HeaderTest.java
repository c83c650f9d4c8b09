package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines at the top of a script say; ⏎ stands for a line end. */
class HeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // text | depends on | irreversible | lines of mistakes
                "select 1;                                        | ''      | -         | ''",
                "-- depends-on: a@1                               | a@1     | -         | ''",
                "--depends-on:a@1⏎select 1                        | a@1     | -         | ''",
                "--   depends-on :  a@1                           | a@1     | -         | ''",
                "-- depends-on: a@1⏎-- depends-on: b-c@2_1⏎x      | a@1 b-c@2.1 | -     | ''",
                "-- depends-on: a@1␍⏎-- irreversible: why not␍⏎   | a@1     | why not   | ''",
                "-- why⏎⏎-- depends-on: a@1⏎⏎select 1             | a@1     | -         | ''",
                "﻿-- depends-on: a@1                              | a@1     | -         | ''",
                "/* licence⏎ of many lines */⏎-- depends-on: a@1⏎x | a@1    | -         | ''",
                "/* -- not⏎-- depends-on: a@1⏎*/ select 1         | ''      | -         | ''",
                "-- irreversible: rows are gone                   | ''      | rows are gone | ''",
                "-- Irreversible: rows are gone                   | ''      | rows are gone | ''",
                "-- irreversible:                                 | ''      | -         | 1",
                "-- irreversible changes come later               | ''      | -         | ''",
                "-- depends-on: a                                 | ''      | -         | 1",
                "-- depends-on: a@head                            | ''      | -         | 1",
                "-- depends-on:                                   | ''      | -         | 1",
                "-- depends-on a@1                                | ''      | -         | 1",
                "-- Depends-On: a@1                               | ''      | -         | 1",
                "-- depends_on: a@1⏎-- depends on: b@1            | ''      | -         | 1 2",
                "-- depends on the weather                        | ''      | -         | ''",
                "select 1;⏎-- depends-on: a@1                     | ''      | -         | 2",
                "select 1;⏎⏎-- irreversible: why                  | ''      | -         | 3",
                "select 1; -- depends-on: a@1                     | ''      | -         | ''",
                "select 1 - -1                                    | ''      | -         | ''",
            })
    void isRead(String text, String dependsOn, String irreversible, String mistakes) {
        Header header = Header.parse(text.replace('⏎', '\n').replace('␍', '\r'));

        assertThat(header.dependsOn().stream().map(Revision::toString).collect(Collectors.joining(" ")))
                .isEqualTo(dependsOn);
        assertThat(header.findIrreversible().orElse(null)).isEqualTo(irreversible);
        assertThat(header.mistakes().stream()
                        .map(each -> Integer.toString(each.line()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(mistakes);
    }
}

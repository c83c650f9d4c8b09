package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schema is recognised as PostgreSQL reads names: folded to lower case unless they are quoted. */
class KeywordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "create schema shop       | shop    | true",
                "create schema SHOP       | shop    | true",
                "create schema \"shop\"     | shop    | true",
                "create schema \"SHOP\"     | shop    | false",
                "create schema shop       | Shop    | false",
                "create schema Shop       | Shop    | false",
                "create schema \"Shop\"     | Shop    | true",
                "create schema \"a\"\"b\"    | a\"b    | true",
            })
    void aSchemaIsTheModulesOwn(String sql, String schema, boolean own) {
        Statement statement = new Statement(sql, 1, true, null);

        assertThat(Keywords.ownsSchema(statement, schema, false)).isEqualTo(own);
    }
}

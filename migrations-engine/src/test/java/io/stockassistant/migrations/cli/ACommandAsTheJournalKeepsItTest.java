package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are separated by {@code |} here. */
class ACommandAsTheJournalKeepsItTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "upgrade,upgrade",
                "upgrade|--modules|a b,upgrade --modules a b",
                "upgrade|--placeholder|key=s3cret,upgrade --placeholder key=***",
                "upgrade|--placeholder=key=s3cret,upgrade --placeholder=key=***",
                "upgrade|--placeholder|key=a=s3cret,upgrade --placeholder key=***",
                "upgrade|--placeholder|key,upgrade --placeholder key",
                "--placeholder|a=s3cret|--placeholder|b=s3cret|upgrade,--placeholder a=*** --placeholder b=*** upgrade",
                "--url|postgres://me@there/db,--url postgres://me@there/db",
                "--url|postgres://me:s3cret@there/db,--url postgres://me:***@there/db",
                "--url=postgres://me:s3cret@there/db,--url=postgres://me:***@there/db",
                "--url|postgres://me:s3@s3cret@there/db,--url postgres://me:***@there/db",
                "--url|postgres://me:s3/s3cret@there/db,--url postgres://me:***@there/db",
                "--url|postgres://me@here:s3cret@there/db,--url postgres://me@here:***@there/db",
                "--url|postgres://me:s3 s3cret@there/db,--url postgres://me:***@there/db",
                "--url|postgres://there:5432/db,--url postgres://there:5432/db",
                "--url|jdbc:postgresql://there/db?user=me&password=s3cret&a=b,"
                        + "--url jdbc:postgresql://there/db?user=me&password=***&a=b",
                "--url|jdbc:postgresql://there:5432/db?password=s3@s3cret,"
                        + "--url jdbc:postgresql://there:5432/db?password=***",
                "--url|jdbc:postgresql://there/db?PASSWORD=s3cret,--url jdbc:postgresql://there/db?PASSWORD=***",
                "--url|jdbc:postgresql://there/db?sslpassword=s3cret,--url jdbc:postgresql://there/db?sslpassword=***",
                "--password-file|/run/secret,--password-file /run/secret"
            })
    void holdsNoSecret(String words, String kept) {
        String text = CommandText.of(List.of(words.split("\\|", -1)));
        assertThat(text).isEqualTo(kept).doesNotContain("s3");
    }
}

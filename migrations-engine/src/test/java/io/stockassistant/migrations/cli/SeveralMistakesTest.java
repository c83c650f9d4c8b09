package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has made several mistakes hears of all of them at once, before any server is asked for. */
class SeveralMistakesTest {

    @TempDir
    private Path modules;

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "downgrade base", "validate --offline"})
    void areReportedTogether(String command) throws IOException {
        write("V1__a.sql", "-- depends-on: nowhere@1\ncreate table a (b int);");
        write("V2__b.sql", "select 'open;");
        write("V2__c.sql", "select 1;");
        write("V3__d.sql", "create table d (a int);\ncreate index concurrently i on d (a);");
        write("U9__e.sql", "select 1;");
        write("oops.sql", "");

        Answer answer = Answer.of(List.of(
                (command + " --output json --url postgres://127.0.0.1:1/none --modules " + modules).split(" ", -1)));

        assertThat(answer.status()).isEqualTo(3);
        assertThat(StreamSupport.stream(answer.json().path("problems").spliterator(), false)
                        .map(each -> each.path("code").asString()))
                .containsExactlyInAnyOrder(
                        "unknown-dependency",
                        "unterminated",
                        "duplicate-version",
                        "mixed-transactions",
                        "missing-upgrade",
                        "invalid-file-name");
    }

    private void write(String name, String text) throws IOException {
        Path folder = Files.createDirectories(modules.resolve("shop"));
        Files.writeString(folder.resolve(name), text);
    }
}

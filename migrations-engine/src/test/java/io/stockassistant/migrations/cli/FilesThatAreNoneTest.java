package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What stands in a module's folder under the name of a migration, and cannot be one. */
final class FilesThatAreNoneTest {

    @TempDir
    private Path folder;

    private Path shop;

    @BeforeEach
    void prepare() throws IOException {
        shop = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(shop.resolve("V1__a.sql"), "SELECT 1;\n");
    }

    private Answer validate() {
        return Answer.of(List.of("validate", "--offline", "--output", "json", "--modules", folder.toString()));
    }

    private void finds(String code, String file, String says) {
        Answer answer = validate();
        assertThat(answer.status()).as(answer.out()).isEqualTo(3);
        assertThat(StreamSupport.stream(answer.json().path("problems").spliterator(), false))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("code").asString()).isEqualTo(code);
                    assertThat(each.path("file").asString()).endsWith(file);
                    assertThat(each.path("message").asString()).contains(says);
                    assertThat(each.path("remedy").asString()).isNotBlank();
                });
    }

    @Test
    void aLinkToNothing() throws IOException {
        Files.createSymbolicLink(shop.resolve("V2__link.sql"), Path.of("gone.sql"));
        finds("unparsable", "V2__link.sql", "it is a link to something that is not there");
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectory(shop.resolve("V2__dir.sql"));
        finds("unparsable", "V2__dir.sql", "it is a folder");
    }

    @Test
    void aVersionThatNoHistoryHolds() throws IOException {
        String version = "1".repeat(51);
        Files.writeString(shop.resolve("V" + version + "__a.sql"), "SELECT 1;\n");
        finds("invalid-file-name", "__a.sql", "50");
    }

    @Test
    void aConfWithoutItsScript() throws IOException {
        Files.writeString(shop.resolve("V9__no.sql.conf"), "executeInTransaction=false\n");
        finds("invalid-file-name", "V9__no.sql.conf", "there is no V9__no.sql");
    }

    @Test
    void aHeadThatIsAFolder() throws IOException {
        Files.createDirectory(shop.resolve("HEAD"));
        finds("head-mismatch", "HEAD", "it is a folder");
    }

    @Test
    void aFileInCapitals() throws IOException {
        Files.writeString(shop.resolve("V2__a.SQL"), "");
        JsonNode json = validate().json();
        assertThat(json.at("/problems/0/code").asString()).isEqualTo("empty-migration");
    }

    @Test
    void aSchemaOfTheServer() throws IOException {
        Files.writeString(shop.resolve("module.properties"), "schema=pg_shop\n");
        Answer answer = validate();
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.json().at("/error/message").asString()).contains("pg_shop", "PostgreSQL");
    }
}

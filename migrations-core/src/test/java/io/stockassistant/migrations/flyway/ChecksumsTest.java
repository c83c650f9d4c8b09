package io.stockassistant.migrations.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.filesystem.FileSystemResource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checksum is the one that stock Flyway computes from the file. */
class ChecksumsTest {

    private static final String TEXT = "create table a (b int);\nselect 'größer';\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select 1;",
                "select 1;\n",
                "select 1;\r\n\r\nselect 2;\r\n",
                "\uFEFFselect 1;\n",
                "\n\n",
                "a;\n\uFEFFb;\n",
                "\n\uFEFFx",
                "\uFEFF\uFEFFx",
                "\uFEFF",
                "a\rb\r\r\nc\u0085d\u2028e\fg",
                "é\n中"
            })
    void isFlywaysOwn(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("V1__x.sql"), text);
        FileSystemResource resource = new FileSystemResource(
                Location.fromPath("filesystem:", folder.toString()), file.toString(), StandardCharsets.UTF_8, false);

        assertThat(Checksums.of(text)).isEqualTo(ChecksumCalculator.calculate(resource));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF" + TEXT, "create table a (b int);\r\nselect 'größer';\r\n"})
    void lineEndsAndAByteOrderMarkDoNotCount(String text) {
        assertThat(Checksums.of(text)).isEqualTo(Checksums.of(TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"create table a (b int); \nselect 'größer';\n", "select 'größer';\ncreate table a (b int);\n"})
    void everythingElseDoes(String text) {
        assertThat(Checksums.of(text)).isNotEqualTo(Checksums.of(TEXT));
    }
}

package io.stockassistant.migrations.database.embedded;

import static io.stockassistant.migrations.database.embedded.AnEmbeddedServer.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "SunOS, sparcv9, false, SunOS on sparcv9, ''",
        "FreeBSD, amd64, false, FreeBSD on amd64, ''",
        "Linux, amd64, true, Linux (Alpine) on amd64, migrations-app-linux-amd64-musl.jar",
        "Linux, aarch64, false, Linux on aarch64, migrations-app-linux-arm64.jar",
        "Mac OS X, aarch64, false, Mac OS X on aarch64, migrations-app-darwin-arm64.jar",
        "Windows 11, amd64, false, Windows 11 on amd64, migrations-app-windows-amd64.jar"
    })
    void aPlatformThatIsNotPackedIsNamed(String system, String architecture, boolean alpine, String named, String jar) {
        Problem problem = problemOf(() -> Archive.getFor(system, architecture, alpine));
        assertThat(problem.message()).contains("brings no PostgreSQL for " + named + ",");
        assertThat(problem.remedy()).contains("--url", "--shadow-url");
        assertThat(problem.remedy())
                .endsWith(jar.isEmpty() ? "(a server for throw-away ones with --shadow-url)." : ": " + jar + ".");
    }

    @Test
    void areUnpackedOnceAndLeftoversOfACrashAreRemoved() throws IOException {
        Path leftover = Files.createDirectories(folder.resolve("binaries-unfinished-1/bin"));
        Binaries first = Binaries.unpackedUnder(folder);
        Object time = Files.getLastModifiedTime(first.program("postgres"));
        assertThat(first.program("postgres")).isExecutable();
        assertThat(leftover.getParent()).doesNotExist();
        Binaries second = Binaries.unpackedUnder(folder);
        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(second.program("postgres"))).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"../evil, false", "bin/../../evil, false", "link, true"})
    void anEntryThatLeadsOutOfTheFolderIsRefused(String name, boolean link) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertThatThrownBy(() -> new Unpacking(inner).write(new ByteArrayInputStream(archiveWith(name, link))))
                .hasMessageContaining("outside of itself");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    private static byte[] archiveWith(String name, boolean link) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
            byte[] content = "evil".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry =
                    link ? new TarArchiveEntry(name, TarConstants.LF_SYMLINK) : new TarArchiveEntry(name);
            if (link) {
                entry.setLinkName("../evil");
            } else {
                entry.setSize(content.length);
            }
            tar.putArchiveEntry(entry);
            if (!link) {
                tar.write(content);
            }
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}

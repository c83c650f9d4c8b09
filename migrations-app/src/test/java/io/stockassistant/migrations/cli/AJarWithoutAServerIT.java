package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar of the profile slim: the same program, and no PostgreSQL in it. */
final class AJarWithoutAServerIT {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path slim() throws IOException {
        Path slim = shared.resolve("migrations-app-slim.jar");
        if (Files.exists(slim)) {
            return slim;
        }
        try (JarFile jar = new JarFile(TheProgram.jar().toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(slim))) {
            List<JarEntry> kept = jar.stream()
                    .filter(each -> !each.getName().endsWith(".txz"))
                    .toList();
            assertThat(kept).as("without the archive of PostgreSQL").hasSize(jar.size() - 1);
            for (JarEntry entry : kept) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = jar.getInputStream(entry)) {
                    content.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return slim;
    }

    private Answer run(String words, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(TheProgram.javaHome().resolve("bin/java").toString(), "-jar", slim().toString()));
        command.addAll(
                Stream.of(words.split(" ", -1)).filter(each -> !each.isEmpty()).toList());
        command.addAll(more);
        return TheProgram.startCommand(folder, Map.of(), command).answer();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status",
                "plan",
                "upgrade --embedded",
                "init",
                "db start",
                "drift",
                "check",
                "verify --all",
                "lint --all",
                "diff models migrations",
                "squash llm-platform --to head"
            })
    void saysWhatIsMissingAndWhatHelps(String words) throws IOException, InterruptedException {
        Answer answer = run(words, List.of());
        assertThat(answer.err())
                .startsWith("error: embedded-server: This program brings no PostgreSQL for ")
                .contains("  help: ", "--url", "--shadow-url", "migrations-app-")
                .hasLineCount(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.status()).isEqualTo(4);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heads", "validate --offline", "--version", "db stop"})
    void doesWhatNeedsNoServer(String words) throws IOException, InterruptedException {
        assertThat(run(words, List.of()).status()).isZero();
    }

    @Test
    void worksOnAServerThatIsNamed() throws IOException, InterruptedException {
        try (TwoModules modules = new TwoModules(Files.createDirectory(folder.resolve("two")))) {
            List<String> given = new ArrayList<>(modules.modulesOption());
            given.addAll(modules.connection());
            Answer upgraded = run("upgrade", given);
            assertThat(upgraded.status()).as(upgraded.err()).isZero();
            String shadow = modules.connection("postgres").get(1);
            Answer proven = run("verify --all --shadow-url " + shadow, given);
            assertThat(proven.status()).as(proven.err() + proven.out()).isZero();
        }
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code migrations}, in a checkout that is built already and whose path has spaces. */
final class TheLauncherIT {

    @TempDir
    private Path folder;

    private Path checkout;
    private Path launcher;
    private Path shared;

    @BeforeEach
    void prepare() throws IOException {
        checkout = folder.resolve("my own checkout");
        launcher = checkout.resolve("migrations");
        Path target = Files.createDirectories(checkout.resolve("migrations-app/target"));
        Path project = Path.of(System.getProperty("project.root"));
        Files.copy(project.resolve("migrations"), launcher);
        shared = checkout.resolve("distribution/src/main/lib/launcher.sh");
        Files.createDirectories(shared.getParent());
        Files.copy(project.resolve("distribution/src/main/lib/launcher.sh"), shared);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(checkout.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        Files.copy(TheProgram.jar(), target.resolve("migrations-app.jar"));
        // it has been tried to make the archive that speeds starts up: nothing runs on in the background
        Files.writeString(target.resolve(TheProgram.archive() + ".tried"), "");
    }

    private static Answer run(Path workingFolder, Map<String, String> more, Path program, String... args)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(args));
        return TheProgram.startCommand(workingFolder, more, command).answer();
    }

    private Answer run(Path program, String... args) throws InterruptedException {
        return run(folder, Map.of("JAVA_HOME", TheProgram.javaHome().toString()), program, args);
    }

    @Test
    void passesArgumentsAndTheExitStatusOnAndAddsNothing() throws InterruptedException {
        Answer heads = run(launcher, "heads", "--output", "json");
        assertThat(heads.json().path("modules")).hasSize(3);
        assertThat(heads.err()).isEmpty();
        assertThat(heads.status()).isZero();
        Answer refused = run(launcher, "show", "a  b * $HOME \"c'");
        assertThat(refused.err()).startsWith("error: ").contains("'a  b * $HOME \"c''");
        assertThat(refused.status()).isEqualTo(2);
        Answer empty = run(launcher, "current", "--url", "");
        assertThat(empty.err()).contains("--url is empty");
    }

    /** As in a container, where nobody has set a locale. */
    @ParameterizedTest
    @CsvSource({"LC_ALL, C", "LC_ALL, ''", "LANG, POSIX"})
    void readsFileNamesThatAreNotAscii(String variable, String locale) throws InterruptedException {
        Answer written = TheProgram.startCommand(
                        folder,
                        Map.of(),
                        List.of(
                                "sh",
                                "-c",
                                "mkdir -p m/shop && echo 'SELECT 1;' > \"m/shop/$(printf 'V1__gr\\303\\266sse.sql')\""))
                .answer();
        assertThat(written.status()).isZero();
        Map<String, String> around = new HashMap<>(Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""));
        around.putAll(
                Map.of(variable, locale, "JAVA_HOME", TheProgram.javaHome().toString()));

        Answer answer = run(folder, around, launcher, "validate", "--offline", "--modules", "m");

        assertThat(answer.out()).as(answer.err()).isEqualTo("The files are valid.\n");
    }

    @Test
    void worksThroughALinkFromAnotherFolder() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), launcher);
        Answer version =
                run(Path.of("/"), Map.of("JAVA_HOME", TheProgram.javaHome().toString()), link, "--version");
        assertThat(version.out()).startsWith("migrations ");
        assertThat(version.status()).isZero();
    }

    @Test
    void saysThatTheWorkingFolderIsGone() throws InterruptedException {
        Answer answer = run(
                folder,
                Map.of("JAVA_HOME", TheProgram.javaHome().toString()),
                Path.of("sh"),
                "-c",
                "mkdir gone && cd gone && rmdir ../gone && exec '" + launcher + "' heads");
        assertThat(answer.err())
                .contains("migrations: the working folder is not there any more")
                .doesNotContain("\tat ");
        assertThat(answer.status()).isEqualTo(2);
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoJdk() throws IOException, InterruptedException {
        Files.writeString(
                shared, Files.readString(shared).replaceAll("for home in /usr/lib/jvm/.*; do", "for home in; do"));
        Files.setLastModifiedTime(shared, FileTime.from(Instant.EPOCH));
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("find", "head", "sed", "cat", "mkdir", "rm")) {
            Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
            assertThat(tools.resolve(tool).toFile().setExecutable(true)).isTrue();
        }
        Answer answer = run(folder, Map.of("JAVA_HOME", "", "PATH", tools.toString()), launcher, "heads");
        assertThat(answer.err())
                .startsWith("migrations: needs a JDK of version 17 or later")
                .contains("JAVA_HOME");
        assertThat(answer.out()).isEmpty();
        assertThat(answer.status()).isEqualTo(2);
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive, unpacked in a folder whose path has spaces. */
final class TheDistributionIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Path home;
    private Path lib;
    private Path launcher;

    @BeforeEach
    void unpack() throws IOException, InterruptedException {
        Path here = Files.createDirectory(folder.resolve("my own programs"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive = Path.of(System.getProperty("migrations.distribution") + ".tar.gz");
        assertThat(new ProcessBuilder("tar", "-xzf", archive.toString(), "--no-same-owner")
                        .directory(here.toFile())
                        .start()
                        .waitFor())
                .isZero();
        home = here.resolve(
                Path.of(System.getProperty("migrations.distribution")).getFileName());
        lib = home.resolve("lib");
        launcher = home.resolve("bin/migrations");
    }

    private Answer run(Map<String, String> more, String... command) throws InterruptedException {
        return start(more, command).answer();
    }

    private TheProgram start(Map<String, String> more, String... command) {
        Map<String, String> environment = new HashMap<>(
                Map.of("JAVA_HOME", TheProgram.javaHome().toString(), "HOME", folder.toString(), "XDG_CACHE_HOME", ""));
        environment.putAll(more);
        return TheProgram.startCommand(folder, environment, List.of(command));
    }

    private Answer run(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return run(Map.of(), command.toArray(String[]::new));
    }

    /** Where nothing is trained, so that a test ends when its command does. */
    private void leaveUntrained() throws IOException {
        Files.writeString(lib.resolve(archiveName() + ".tried"), "");
    }

    private String archiveName() throws IOException {
        String id = Files.readString(lib.resolve("migrations-app.jar.sha256")).substring(0, 12);
        String name = TheProgram.archive();
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "-" + id + name.substring(dot);
    }

    private static void await(Path file) throws InterruptedException {
        long start = System.nanoTime();
        while (!Files.exists(file) && System.nanoTime() - start < LONGEST.toNanos()) {
            Thread.sleep(100);
        }
        assertThat(file).exists();
    }

    @Test
    void hasAllThatBelongsToTheProgram() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(each -> home.relativize(each).toString()))
                    .contains("bin/migrations", "bin/migrations.cmd", "lib/migrations-app.jar", "README.md")
                    .contains("share/man/man1/migrations.1", "share/man/man1/migrations-backfill-run.1")
                    .contains("share/completions/bash/migrations", "share/completions/zsh/_migrations")
                    .contains("share/completions/fish/migrations.fish");
        }
        assertThat(launcher).isExecutable();
        assertThat(home.resolve("README.md")).content().doesNotContain("${");
        assertThat(home.resolve("bin/migrations.cmd")).content().contains("\r\n");
    }

    @Test
    void passesArgumentsAndTheExitStatusOnThroughALink() throws IOException, InterruptedException {
        leaveUntrained();
        Path link = Files.createSymbolicLink(folder.resolve("a link"), launcher);
        Answer version = run(Map.of(), link.toString(), "--version");
        assertThat(version.out()).startsWith("migrations ");
        assertThat(version.err()).isEmpty();
        Answer refused = run("show", "a  b * $HOME \"c'");
        assertThat(refused.err()).startsWith("error: ").contains("'a  b * $HOME \"c''");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(run("completion", "bash").out())
                .isEqualTo(Files.readString(home.resolve("share/completions/bash/migrations")));
    }

    @Test
    void hasTheProgramTakeSignals() throws IOException, InterruptedException {
        leaveUntrained();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = new ProcessBuilder(
                            launcher.toString(),
                            "current",
                            "--url",
                            "postgres://me@127.0.0.1:" + silent.getLocalPort() + "/x")
                    .directory(folder.toFile())
                    .start();
            silent.accept();
            process.destroy();
            assertThat(process.waitFor()).isEqualTo(143);
        }
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoJdk() throws IOException, InterruptedException {
        Path script = lib.resolve("launcher.sh");
        Files.writeString(
                script, Files.readString(script).replaceAll("for home in /usr/lib/jvm/.*; do", "for home in; do"));
        Path tools = Files.createDirectory(folder.resolve("tools"));
        Path sed = Files.writeString(tools.resolve("sed"), "#!/bin/sh\nexec /usr/bin/sed \"$@\"\n");
        assertThat(sed.toFile().setExecutable(true)).isTrue();
        Answer answer = run(Map.of("JAVA_HOME", "", "PATH", tools.toString()), launcher.toString(), "heads");
        assertThat(answer.err())
                .startsWith("migrations: needs a JDK of version 17 or later")
                .contains("JAVA_HOME");
        assertThat(answer.out()).isEmpty();
        assertThat(answer.status()).isEqualTo(2);
    }

    @Test
    void remembersClassesInSilenceAndGoesOnWhenTheyAreSpoilt() throws IOException, InterruptedException {
        Answer first = run("heads");
        Path archive = lib.resolve(archiveName());
        await(archive);
        await(lib.resolve(archiveName() + ".tried"));
        assertThat(first.err()).isEmpty();
        assertThat(isMapped(archive)).isTrue();
        assertThat(run("heads")).isEqualTo(first);

        assertThat(archive.toFile().setWritable(true)).isTrue();
        Files.writeString(archive, "spoilt");
        assertThat(isMapped(archive)).isFalse();
        assertThat(run("heads")).isEqualTo(first);
    }

    /** The JVM refuses to start where it must use an archive and cannot. */
    private boolean isMapped(Path archive) throws InterruptedException {
        boolean aot = archive.toString().endsWith(".aot");
        List<String> command = new ArrayList<>(
                List.of(TheProgram.javaHome().resolve("bin/java").toString(), "-XX:+UseSerialGC"));
        command.addAll(
                aot
                        ? List.of("-XX:AOTMode=on", "-XX:AOTCache=" + archive)
                        : List.of("-Xshare:on", "-XX:SharedArchiveFile=" + archive));
        command.addAll(List.of("-jar", lib.resolve("migrations-app.jar").toString(), "--version"));
        return run(Map.of(), command.toArray(String[]::new)).status() == 0;
    }

    @Test
    void triesAgainWhenATrainingWasKilled() throws IOException, InterruptedException {
        Files.writeString(lib.resolve(archiveName() + ".tried"), "4194304\n"); // no system has so many processes
        Files.createDirectory(lib.resolve(archiveName() + ".part.1"));
        run("heads");
        await(lib.resolve(archiveName()));
        await(lib.resolve(archiveName() + ".tried"));
        try (Stream<Path> files = Files.list(lib)) {
            assertThat(files.map(each -> each.getFileName().toString())).noneMatch(each -> each.endsWith(".part.1"));
        }
    }

    @Test
    void startsManyAtOnceWhereNothingIsRememberedYet() throws IOException, InterruptedException {
        List<TheProgram> started = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            started.add(start(Map.of(), launcher.toString(), "heads"));
        }
        List<Answer> answers = new ArrayList<>();
        for (TheProgram each : started) {
            answers.add(each.answer());
        }
        assertThat(answers.get(0).status()).isZero();
        assertThat(answers.get(0).err()).isEmpty();
        assertThat(answers.get(0).out()).contains("data-engineering");
        assertThat(answers).allMatch(answers.get(0)::equals);

        awaitNoTraining();
        Path archive = lib.resolve(archiveName());
        assertThat(isMapped(archive)).isTrue();
        assertThat(run("heads")).isEqualTo(answers.get(0));
        try (Stream<Path> files = Files.list(lib)) {
            assertThat(files.map(each -> each.getFileName().toString()).filter(each -> each.startsWith("launcher-")))
                    .as("nothing is left of those who were overtaken")
                    .containsExactlyInAnyOrder(archiveName(), archiveName() + ".tried");
        }
    }

    private void awaitNoTraining() throws InterruptedException {
        long start = System.nanoTime();
        while (isTraining()) {
            assertThat(System.nanoTime() - start)
                    .as("how long a training takes")
                    .isLessThan(LONGEST.toNanos());
            Thread.sleep(100);
        }
    }

    private boolean isTraining() {
        return ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .anyMatch(each -> each.contains(home.toString()));
    }

    @Test
    void keepsTheArchiveWithTheUserWhereItsFolderIsReadOnly() throws IOException, InterruptedException {
        Path cache = Files.createDirectory(folder.resolve("cache"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
        for (Path each : List.of(lib, home.resolve("bin"), home, home.getParent())) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        List<String> command = new ArrayList<>();
        if (Files.isWritable(lib)) { // root may write anywhere
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of(launcher.toString(), "heads"));
        Answer first = run(Map.of("XDG_CACHE_HOME", cache.toString()), command.toArray(String[]::new));
        Path archive = Path.of(cache + "/migrations" + home.toRealPath()).resolve(archiveName());
        await(archive);
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(isMapped(archive)).isTrue();

        Answer nowhere = run(Map.of("XDG_CACHE_HOME", "/proc"), command.toArray(String[]::new));
        assertThat(nowhere).isEqualTo(first);
        for (Path each : List.of(home.getParent(), home, home.resolve("bin"), lib)) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}

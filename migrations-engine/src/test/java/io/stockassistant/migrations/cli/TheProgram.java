package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The jar, as a process of its own, in an environment that says nothing of databases. */
final class TheProgram implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Pattern OF_DATABASES = Pattern.compile(
            "PG.*|POSTGRES_.*|DATABASE_URL|MIGRATIONS_.*|KUBERNETES_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS");

    private final Process process;
    private final CompletableFuture<String> out;
    private final CompletableFuture<String> err;

    private TheProgram(Process process) {
        this.process = process;
        this.out = read(process.getInputStream());
        this.err = read(process.getErrorStream());
    }

    static Path jar() {
        Path jar = Path.of(System.getProperty("migrations.jar"));
        assertThat(jar).isRegularFile();
        return jar;
    }

    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** What the launcher of a checkout calls the archive of classes for this JDK. */
    static String archive() {
        return "launcher-" + javaHome().getFileName() + "-" + System.getProperty("java.runtime.version")
                + (Runtime.version().feature() >= 25 ? ".aot" : ".jsa");
    }

    /** Starts {@code java -jar migrations-app.jar} with the arguments. */
    static TheProgram start(Path workingFolder, Map<String, String> environment, List<String> args) {
        List<String> command = new ArrayList<>(List.of(
                javaHome().resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar().toString()));
        command.addAll(args);
        return startCommand(workingFolder, environment, command);
    }

    static TheProgram startCommand(Path workingFolder, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
        builder.environment()
                .keySet()
                .removeIf(each -> OF_DATABASES.matcher(each).matches());
        builder.environment().putAll(environment);
        try {
            return new TheProgram(builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Answer run(Path workingFolder, List<String> args) throws InterruptedException {
        return start(workingFolder, Map.of(), args).answer();
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** Waits for the end. */
    Answer answer() throws InterruptedException {
        try (this) {
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .as("ends within " + LONGEST)
                    .isTrue();
            return new Answer(process.exitValue(), out.join(), err.join());
        }
    }

    /** Sends a signal, by its name without SIG. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Whether it was started by something that ignores Ctrl-C, as a shell's background job is; it ignores it then, too. */
    boolean ignoresInterrupt() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(each -> each.startsWith("SigIgn:"))
                .anyMatch(each -> (Long.parseUnsignedLong(each.substring(7).strip(), 16) & 2) != 0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

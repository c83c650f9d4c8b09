package io.stockassistant.migrations.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program {@code git}, asked about files in one folder. It is a help where it is there: without it, outside of a
 * work tree, and when it takes too long, there is no answer.
 */
final class Git {

    private final Path folder;
    private final long deadline;

    /** @param seconds how long all questions together may take */
    Git(Path folder, int seconds) {
        this.folder = folder;
        this.deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /**
     * What it writes to standard output.
     *
     * @param highestStatus the exit status up to which that is an answer
     */
    Optional<byte[]> find(int highestStatus, String... words) {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
        command.addAll(List.of(words));
        try {
            // A file and no pipe: to read a pipe is to wait for whatever the program does.
            Path out = Files.createTempFile("git", ".out");
            try {
                return ends(command, out, highestStatus) ? Optional.of(Files.readAllBytes(out)) : Optional.empty();
            } finally {
                Files.delete(out);
            }
        } catch (IOException notThere) {
            return Optional.empty(); // nobody has asked for git, and nothing depends on its answer
        }
    }

    private boolean ends(List<String> command, Path out, int highestStatus) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                    && process.exitValue() <= highestStatus;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}

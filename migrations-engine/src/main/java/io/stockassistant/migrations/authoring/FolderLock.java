package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other processes and threads from writing new migrations into a folder meanwhile. It is a file that is removed in
 * the end; one that a process left behind when it was killed keeps nobody out.
 */
final class FolderLock implements AutoCloseable {

    private static final String NAME = ".HEAD.lock";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Waits for whoever has it.
     *
     * @throws ProblemException {@code invalid-module} if the folder cannot be written, or somebody keeps it for long
     */
    static FolderLock take(String module, Path folder) {
        long start = System.nanoTime();
        try {
            do {
                Optional<FolderLock> lock = tryTake(folder);
                if (lock.isPresent()) {
                    return lock.get();
                }
                Thread.sleep(PAUSE.toMillis());
            } while (System.nanoTime() - start < PATIENCE.toNanos());
            throw problem(module, "somebody else has been at work on them for " + PATIENCE.toSeconds() + " s", null);
        } catch (IOException e) {
            throw problem(module, FileChanges.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem(module, "interrupted", e);
        }
    }

    private static Optional<FolderLock> tryTake(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (isLocked(channel) && isStillThere(file, channel)) {
                return Optional.of(new FolderLock(folder, channel));
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    /** Whoever had it before has removed the file, and maybe this is the one that was removed. */
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        String token = UUID.randomUUID().toString();
        channel.truncate(0).write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
        try {
            return Files.readString(file, StandardCharsets.UTF_8).equals(token);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static ProblemException problem(String module, String reason, @Nullable Exception cause) {
        return new ProblemException(
                Problem.inModule(
                        ProblemCode.INVALID_MODULE,
                        module,
                        "The files of " + module + " cannot be written: " + reason + ". Nothing was changed.",
                        "Mend that, and repeat the command."),
                cause);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(
                    folder.resolve(NAME)); // while it is still locked: afterwards it may be somebody else's
        } finally {
            channel.close();
        }
    }
}

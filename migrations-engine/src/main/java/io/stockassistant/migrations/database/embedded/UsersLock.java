package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a server, told between processes by locks on a file, which the operating system releases when a process
 * dies.
 *
 * <p>Byte 0 is held shared by every user; whoever holds it exclusively is alone and may stop the server. Byte 1 is held
 * by the user that starts the server, so that a server which died under its users can be started again by any of them.
 * A process has at most one channel to the file, since closing any channel would release the locks of all.
 */
final class UsersLock {

    private static final long USERS = 0;
    private static final long STARTER = 1;
    private static final Map<Path, UsersLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private int users;
    private @Nullable FileChannel channel;
    private @Nullable FileLock shared;

    private UsersLock(Path file) {
        this.file = file;
    }

    /** @param file the same file must always be given by the same path */
    static UsersLock on(Path file) {
        return OF_THIS_PROCESS.computeIfAbsent(file, UsersLock::new);
    }

    /** Becomes a user, waiting while another process stops the server. */
    synchronized void enter() throws IOException {
        if (users == 0) {
            FileChannel opened = open();
            try {
                shared = opened.lock(USERS, 1, true);
                channel = opened;
            } catch (IOException | RuntimeException failure) {
                opened.close();
                throw failure;
            }
        }
        users++;
    }

    /** Runs the work while no other process does so; for users only. */
    synchronized <T> T asStarter(FileWork<T> start) throws IOException {
        if (channel == null) {
            throw new IllegalStateException("not a user");
        }
        FileLock starter = channel.lock(STARTER, 1, false);
        try {
            return start.run();
        } finally {
            starter.release();
        }
    }

    /** Ends one use; runs the work if it was the last one of all processes, before anybody else can enter. */
    synchronized void leave(FileWork<?> whenLast) throws IOException {
        users--;
        if (users > 0 || channel == null || shared == null) {
            return;
        }
        try (FileChannel closing = channel) {
            shared.release();
            runAlone(closing, whenLast);
        } finally {
            channel = null;
            shared = null;
        }
    }

    /** Runs the work if there is no user in any process. Returns whether it did. */
    synchronized boolean tryAlone(FileWork<?> work) throws IOException {
        if (users > 0) {
            return false;
        }
        try (FileChannel opened = open()) {
            return runAlone(opened, work);
        }
    }

    private static boolean runAlone(FileChannel channel, FileWork<?> work) throws IOException {
        try (FileLock alone = channel.tryLock(USERS, 1, false)) {
            if (alone == null) {
                return false;
            }
            work.run();
            return true;
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}

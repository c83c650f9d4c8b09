package io.stockassistant.migrations.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server says about itself in {@code postmaster.pid} of its data directory. The lines are, in this order:
 * process id, data directory, start time, port, socket directory, listen address, shared memory, status.
 */
record PidFile(Path file, long pid, int port, String status) {

    /** Larger than any process id that Linux gives out (2^22), and still a number that PostgreSQL reads. */
    private static final long PID_OF_NOBODY = Integer.MAX_VALUE - 1L;

    static Optional<PidFile> find(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            long pid = Long.parseLong(line(lines, 0, "0"));
            int port = Integer.parseInt(line(lines, 3, "0"));
            return Optional.of(new PidFile(file, pid, port, line(lines, 7, "")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException beingWritten) {
            return Optional.of(new PidFile(file, 0, 0, ""));
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    boolean isStopping() {
        return status.equals("stopping");
    }

    /**
     * Whether the process is the server of this data directory, not another program that got the number of one that
     * was killed. A server works in its data directory, and Linux shows where a process works.
     */
    boolean isAlive() throws IOException {
        if (pid <= 0) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        Path workingFolder = Path.of("/proc", Long.toString(pid), "cwd");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return Files.isDirectory(workingFolder) && Files.isSameFile(workingFolder, file.getParent());
        }
        return process.get().info().command().orElse("").contains("postgres");
    }

    /**
     * Makes PostgreSQL see that the server which wrote this file is dead, although another program has its process id
     * now. The file itself must stay: its other lines let PostgreSQL find orphans that still write to the data.
     */
    void disown() throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        int end = content.indexOf('\n');
        String rest = end < 0 ? "\n" : content.substring(end);
        Files.writeString(file, PID_OF_NOBODY + rest, StandardCharsets.ISO_8859_1);
    }

    private static String line(List<String> lines, int index, String otherwise) {
        return index < lines.size() ? lines.get(index).strip() : otherwise;
    }
}

package io.stockassistant.migrations.logging;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Where log lines are written to: the end of a file, or the screen. */
final class LogFile implements AutoCloseable {

    private final @Nullable Path path;
    private final Writer writer;
    private final PrintWriter screen;

    private LogFile(@Nullable Path path, Writer writer, PrintWriter screen) {
        this.path = path;
        this.writer = writer;
        this.screen = screen;
    }

    static LogFile of(@Nullable Path path, PrintWriter screen) {
        if (path == null) {
            return new LogFile(null, screen, screen);
        }
        try {
            Writer writer = Files.newBufferedWriter(
                    path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new LogFile(path, writer, screen);
        } catch (IOException e) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "The log cannot be written to " + path + ": " + reason(path, e) + ".",
                            "Name a file in a folder that exists and that you may write to: --log-file FILE")
                    .asException();
        }
    }

    private static String reason(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        if (e instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    Writer writer() {
        return writer;
    }

    /** A run goes on without its log. */
    void broken(IOException e) {
        screen.println("warning: the log cannot be written any more: " + e.getMessage());
    }

    @Override
    public void close() {
        if (path == null) {
            return;
        }
        try {
            writer.close();
        } catch (IOException e) {
            broken(e);
        }
    }
}

package io.stockassistant.migrations.cli;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A writer in UTF-8 that remembers why it could not write. */
final class StandardOutput extends PrintWriter {

    private final Watched stream;

    StandardOutput(OutputStream stream) {
        this(new Watched(stream));
    }

    private StandardOutput(Watched stream) {
        super(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
        this.stream = stream;
    }

    /** Whether what was printed has arrived, or its reader has read enough and gone; asked at the end. */
    static boolean hasArrived(PrintWriter out) {
        return !out.checkError() || reason(out).toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** Why it has not, in the words of the operating system; empty if they are not known. */
    static String reason(PrintWriter out) {
        return out instanceof StandardOutput own ? own.stream.reason() : "";
    }

    private static final class Watched extends FilterOutputStream {

        private @Nullable IOException failure;

        Watched(OutputStream stream) {
            super(stream);
        }

        String reason() {
            return failure == null ? "" : String.valueOf(failure.getMessage());
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}

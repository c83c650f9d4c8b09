package io.stockassistant.migrations.flyway;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Flyway's checksum of a script: CRC-32 over its lines in UTF-8, without their ends and without one byte order mark. */
public final class Checksums {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Checksums() {}

    /** The number that Flyway writes to its history for a versioned script with this text. */
    public static int of(String text) {
        CRC32 sum = new CRC32();
        String unmarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        unmarked.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }
}

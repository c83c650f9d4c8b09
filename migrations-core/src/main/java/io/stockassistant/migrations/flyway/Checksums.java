package io.stockassistant.migrations.flyway;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Flyway's checksum of a script: CRC-32 over its lines in UTF-8, without their ends and without one byte order mark. */
public final class Checksums {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Checksums() {}

    /** The number that Flyway writes to its history for a versioned script with this text. */
    public static int of(String text) {
        String unmarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        byte[] bytes = unmarked.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') { // no other character has these bytes in UTF-8
                sum.update(bytes, start, i - start);
                start = i + 1;
            }
        }
        sum.update(bytes, start, bytes.length - start);
        return (int) sum.getValue();
    }
}

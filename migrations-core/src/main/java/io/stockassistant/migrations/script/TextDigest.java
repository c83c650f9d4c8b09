package io.stockassistant.migrations.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one text from any other without showing it. */
public final class TextDigest {

    private TextDigest() {}

    /** Of a file's text as it is in the file, or of a class. */
    public static String of(ScriptFile file) {
        return of(file instanceof SqlFile sql ? sql.text() : file.name() + " " + file.fingerprint());
    }

    /** SHA-256 in hexadecimal. As in Flyway's checksum, line ends and a byte order mark do not count. */
    public static String of(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String lines =
                plain.indexOf('\r') < 0 ? plain : plain.replace("\r\n", "\n").replace('\r', '\n');
        String digested = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
        try {
            byte[] bytes = digested.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

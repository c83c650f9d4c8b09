package io.stockassistant.migrations.lint.report;

import io.stockassistant.migrations.lint.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells a finding from every other one, and stays the same when lines above it come or go: the rule, the file's name, the
 * statement's words, and what is said of it.
 */
public final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    /** 32 hexadecimal digits. */
    public static String of(Finding finding) {
        String name = finding.file().substring(finding.file().lastIndexOf('/') + 1);
        String text = String.join(
                "\n",
                finding.code(),
                finding.module(),
                name,
                finding.statement().replaceAll("\\s+", " "),
                finding.message());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

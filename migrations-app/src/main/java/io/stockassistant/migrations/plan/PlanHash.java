package io.stockassistant.migrations.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for what a plan does. */
public final class PlanHash {

    private PlanHash() {}

    /** SHA-256 in hexadecimal: the same for the same steps with the same contents, from the same versions. */
    public static String of(Plan plan) {
        StringBuilder text = new StringBuilder(plan.from().toString());
        for (Step step : plan.steps()) {
            text.append('\n')
                    .append(step.recorded() ? "record " : "")
                    .append(step.direction().word())
                    .append(' ')
                    .append(step.name())
                    .append(' ')
                    .append(step.file().name())
                    .append(' ')
                    .append(step.checksum());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package io.stockassistant.migrations.logging;

import io.stockassistant.migrations.script.SecretMask;
import java.util.Locale;

/** A statement as it may be shown: without secrets, and not longer than anybody reads. */
public final class ShownSql {

    private static final int LONGEST = 4000;

    private ShownSql() {}

    public static String of(String sql) {
        String masked = SecretMask.ofSql(sql).strip();
        if (masked.length() <= LONGEST) {
            return masked;
        }
        // the note is no SQL comment that could swallow the rest: there is no rest
        return masked.substring(0, LONGEST)
                + String.format(Locale.ROOT, " … (%,d more characters)", masked.length() - LONGEST);
    }
}

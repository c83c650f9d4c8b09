package io.stockassistant.migrations.readiness;

import io.stockassistant.shared.config.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;

/** What an application demands of its database, and what becomes of it where that is not so. */
public enum ReadinessPolicy {
    /** Everything that the application brings is applied as it is, and its tables are there; or it does not start. */
    FAIL,
    /** The same is asked, and the application starts whatever the answer is; a warning tells it. */
    WARN,
    /**
     * The application's tables are there, or it does not start. Somebody else migrates the database at another time: what
     * is pending and what has been edited is between him and the files, and the histories are not looked at, so that the
     * application needs no right to read them.
     */
    MIGRATE_IS_NOT_MINE;

    /** The value of the setting that means this, such as {@code migrate-is-not-mine}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ReadinessPolicy of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ConfigurationException.invalid(
                        ReadinessSettings.POLICY + " is \"" + word + "\", which is no policy.",
                        "Set it to fail, warn or migrate-is-not-mine."));
    }
}

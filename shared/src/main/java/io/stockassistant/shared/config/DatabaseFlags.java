package io.stockassistant.shared.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about the database.
 *
 * @param url {@code --url}, or what else the option is called
 * @param user {@code --user}
 * @param passwordFile {@code --password-file}
 * @param embedded {@code --embedded}
 * @param urlOption what messages call the option of the URL
 */
public record DatabaseFlags(
        @Nullable String url,
        @Nullable String user,
        @Nullable Path passwordFile,
        boolean embedded,
        String urlOption) {

    /** A command line that says nothing about it. */
    public static final DatabaseFlags NONE = new DatabaseFlags(null, null, null, false);

    /** With a URL from {@code --url}. */
    public DatabaseFlags(@Nullable String url, @Nullable String user, @Nullable Path passwordFile, boolean embedded) {
        this(url, user, passwordFile, embedded, "--url");
    }

    /**
     * An empty flag is nearly always a variable that was not set where the command was typed; to go on as if the flag
     * were not there could end on another database.
     */
    void check() {
        refuseBlank(urlOption, url);
        refuseBlank("--user", user);
        refuseBlank("--password-file", passwordFile == null ? null : passwordFile.toString());
        if (embedded && (url != null || user != null || passwordFile != null)) {
            throw ConfigurationException.invalid(
                    "--embedded names the embedded server, and " + firstGiven() + " another one.",
                    "Leave one of the two away.");
        }
    }

    String firstGiven() {
        return url != null ? urlOption : user != null ? "--user" : "--password-file";
    }

    private static void refuseBlank(String flag, @Nullable String value) {
        if (value != null && value.isBlank()) {
            throw ConfigurationException.invalid(
                    flag + " is empty.", "Give it a value, or leave it away to use the environment.");
        }
    }
}

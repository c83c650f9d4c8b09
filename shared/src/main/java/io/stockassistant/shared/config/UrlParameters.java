package io.stockassistant.shared.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters that a URL may have. The driver takes any name: it passes over one that it does not know, and loads the
 * classes that some of them name, so nothing else than these reaches it.
 */
final class UrlParameters {

    /** As libpq and the driver write them. */
    private static final Set<String> TAKEN = Set.of(
            "user",
            "password",
            "ssl",
            "sslmode",
            "sslcert",
            "sslkey",
            "sslrootcert",
            "sslpassword",
            "sslnegotiation",
            "sslNegotiation",
            "channel_binding",
            "channelBinding",
            "require_auth",
            "requireAuth",
            "gssencmode",
            "gssEncMode",
            "krbsrvname",
            "kerberosServerName",
            "jaasApplicationName",
            "jaasLogin",
            "gsslib",
            "application_name",
            "ApplicationName",
            "connect_timeout",
            "connectTimeout",
            "loginTimeout",
            "socketTimeout",
            "cancelSignalTimeout",
            "tcpKeepAlive",
            "options",
            "currentSchema",
            "targetServerType",
            "localSocketAddress",
            "receiveBufferSize",
            "sendBufferSize",
            "prepareThreshold",
            "defaultRowFetchSize",
            "reWriteBatchedInserts",
            "stringtype");

    private static final List<String> USUAL =
            List.of("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "application_name", "options");

    private UrlParameters() {}

    /** @throws ConfigurationException if it is none of them */
    static void check(String name, String by) {
        if (!TAKEN.contains(name)) {
            throw ConfigurationException.invalid(
                    by + " has the parameter " + name + ", which is not taken.",
                    "Leave it away. The usual ones are " + String.join(", ", USUAL) + "; the others: "
                            + String.join(", ", others()) + ".");
        }
    }

    private static Set<String> others() {
        Set<String> others = new TreeSet<>(TAKEN);
        USUAL.forEach(others::remove);
        return others;
    }
}

package io.stockassistant.shared.config;

/** A host that one TCP connection can be opened to. */
final class HostName {

    private HostName() {}

    static String checked(String host, String by) {
        if (host.contains(",")) {
            throw ConfigurationException.invalid(
                    by + " names several hosts.", "Name the one host that accepts writes: a migration has one target.");
        }
        if (host.startsWith("/") || host.startsWith("@")) {
            throw ConfigurationException.invalid(
                    by + " names a Unix socket, which this program cannot open.",
                    "Name a host, for example localhost, where the server listens on TCP.");
        }
        if (host.chars().anyMatch(c -> Character.isWhitespace(c) || "/?#@\\[]".indexOf(c) >= 0)) {
            throw ConfigurationException.invalid(
                    by + ": the host \"" + host + "\" has a character that no host name has.",
                    "Write a name or an address, without user, port or path.");
        }
        return host;
    }
}

package io.stockassistant.shared.config;

/** A TCP port, read from text. */
final class Port {

    private Port() {}

    static int parse(String text, String by) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = digits ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw ConfigurationException.invalid(
                    by + ": the port \"" + text + "\" is not a number from 1 to 65535.",
                    "Write the port of the server, most often 5432.");
        }
        return port;
    }
}

package io.stockassistant.shared.config;

import org.jspecify.annotations.Nullable;

/** The address in a URL, still encoded; an IPv6 address stands in brackets there. */
record HostAndPort(String host, @Nullable Integer port) {

    static HostAndPort parse(String text, String by) {
        if (text.startsWith("[") && text.contains("]")) {
            int end = text.indexOf(']');
            String behind = text.substring(end + 1);
            if (!behind.isEmpty() && !behind.startsWith(":")) {
                throw ConfigurationException.invalid(
                        by + " has text between the address in brackets and the port.", "Write [::1]:5432.");
            }
            return of(text.substring(1, end), behind, by);
        }
        // several hosts are refused with a better sentence later
        if (!text.contains(",") && text.indexOf(':') != text.lastIndexOf(':')) {
            throw ConfigurationException.invalid(
                    by + " has more than one colon after the host.",
                    "Put an IPv6 address in brackets, as in [::1]:5432; percent-encode @ in a password as %40.");
        }
        int colon = text.contains(",") ? -1 : text.indexOf(':');
        return colon < 0 ? new HostAndPort(text, null) : of(text.substring(0, colon), text.substring(colon), by);
    }

    private static HostAndPort of(String host, String colonAndPort, String by) {
        String port = colonAndPort.isEmpty() ? "" : colonAndPort.substring(1);
        return new HostAndPort(host, port.isEmpty() ? null : Port.parse(port, by));
    }
}

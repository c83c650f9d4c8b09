package io.stockassistant.shared.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** What libpq's URLs call otherwise than the driver, which passes over a name that it does not know. */
final class DriverParameters {

    private static final Map<String, String> LIBPQ_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "sslnegotiation", "sslNegotiation",
            "require_auth", "requireAuth");

    private DriverParameters() {}

    static Map<String, String> of(Map<String, String> given) {
        Map<String, String> named = new LinkedHashMap<>();
        given.forEach((name, value) -> named.put(LIBPQ_NAMES.getOrDefault(name, name), value));
        return named;
    }
}

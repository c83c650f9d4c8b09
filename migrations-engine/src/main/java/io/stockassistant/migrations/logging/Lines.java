package io.stockassistant.migrations.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.stockassistant.migrations.script.SecretMask;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An event as text, or as one JSON object in one line. */
final class Lines {

    static final String MODULE = "module";
    static final String REVISION = "revision";

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Lines() {}

    /** Further lines of one event are indented, so that a line at the margin always is a new event. */
    static String text(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(TIME.format(event.getInstant()))
                .append(String.format(Locale.ROOT, " %-5s ", event.getLevel()))
                .append(event.getLoggerName());
        String revision = event.getMDCPropertyMap().get(REVISION);
        line.append(revision == null ? "" : " [" + revision + "]");
        values(event)
                .forEach(each -> line.append(' ').append(each.key).append('=').append(each.value));
        line.append(": ").append(event.getFormattedMessage());
        exception(event).ifPresent(trace -> line.append('\n').append(trace.stripTrailing()));
        return line.toString().replace("\r", "").replace("\n", "\n    ") + "\n";
    }

    static String json(ILoggingEvent event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            Map<String, String> step = event.getMDCPropertyMap();
            json.writeStartObject();
            json.writeStringProperty("timestamp", TIME.format(event.getInstant()));
            json.writeStringProperty("level", event.getLevel().toString().toLowerCase(Locale.ROOT));
            json.writeStringProperty("logger", event.getLoggerName());
            json.writeStringProperty("thread", event.getThreadName());
            json.writeStringProperty("message", event.getFormattedMessage());
            for (String name : List.of(MODULE, REVISION)) {
                if (step.containsKey(name)) {
                    json.writeStringProperty(name, step.get(name));
                }
            }
            values(event).forEach(each -> write(json, each));
            exception(event).ifPresent(trace -> json.writeStringProperty("exception", trace));
            json.writeEndObject();
        }
        return line + "\n";
    }

    private static void write(JsonGenerator json, KeyValuePair pair) {
        json.writeName(pair.key);
        if (pair.value instanceof Long number) {
            json.writeNumber(number);
        } else if (pair.value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(String.valueOf(pair.value));
        }
    }

    private static List<KeyValuePair> values(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null ? List.of() : pairs;
    }

    private static Optional<String> exception(ILoggingEvent event) {
        return Optional.ofNullable(event.getThrowableProxy())
                .map(ThrowableProxyUtil::asString)
                .map(SecretMask::ofText);
    }
}

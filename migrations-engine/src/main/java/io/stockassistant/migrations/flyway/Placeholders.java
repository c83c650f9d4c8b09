package io.stockassistant.migrations.flyway;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.parser.PlaceholderReplacingReader;

/** Flyway's placeholders, <code>${name}</code>, with its default prefix, suffix and separator. */
public final class Placeholders {

    private static final String PREFIX = "${";

    /** A placeholder without a value. */
    public static final class MissingValueException extends Exception {
        private static final long serialVersionUID = 1L;
        private static final Pattern NAME = Pattern.compile("\\$\\{.*", Pattern.DOTALL);

        private final String placeholder;

        MissingValueException(String message, Throwable cause) {
            super(message, cause);
            Matcher name = NAME.matcher(message);
            this.placeholder = name.find() ? name.group().replaceFirst("(?s)}.*", "}") : message;
        }

        /** As it stands in the text, for example <code>${retention}</code>. */
        public String placeholder() {
            return placeholder;
        }
    }

    private Placeholders() {}

    /**
     * The text with every placeholder replaced.
     *
     * @param values by name, such as {@code flyway:defaultSchema}
     * @throws MissingValueException if a placeholder has no value
     */
    public static String replace(String text, Map<String, String> values) throws MissingValueException {
        if (!text.contains(PREFIX)) {
            return text;
        }
        StringWriter replaced = new StringWriter();
        try (Reader reader = new PlaceholderReplacingReader(PREFIX, "}", ":", values, new StringReader(text))) {
            reader.transferTo(replaced);
        } catch (FlywayException e) {
            throw new MissingValueException(String.valueOf(e.getMessage()), e);
        } catch (StringIndexOutOfBoundsException e) {
            // so fails Flyway's reader at a text that ends where a name should begin
            throw new MissingValueException("the file ends with " + PREFIX, e);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
        return replaced.toString();
    }
}

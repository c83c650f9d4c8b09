package io.stockassistant.shared.config;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@code .env} file: {@code NAME=value} lines, comments, and values in quotes. */
final class DotEnvFile {

    private DotEnvFile() {}

    /**
     * The variables of a file; none if there is no such file.
     *
     * @throws ConfigurationException with file and line, and never with a value, if it cannot be understood
     */
    static Map<String, String> read(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        // The library would look on the class path for a file that is not there.
        if (folder == null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        DotEnvLines.check(file, lines(file));
        return entries(file, folder);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw ConfigurationException.invalid(file + " is not in UTF-8.", "Save it as UTF-8.", e);
        } catch (IOException e) {
            throw ConfigurationException.invalid(
                    file + " cannot be read: " + FileReason.of(file, e) + ".",
                    "Make it a readable file, or remove it.",
                    e);
        }
    }

    @SuppressWarnings("UnusedException") // its message quotes the line, and with it the password that may be there
    private static Map<String, String> entries(Path file, Path folder) {
        try {
            Map<String, String> variables = new HashMap<>();
            Dotenv dotenv = Dotenv.configure()
                    .directory(folder.toString())
                    .filename(String.valueOf(file.getFileName()))
                    .load();
            for (DotenvEntry entry : dotenv.entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
                variables.put(entry.getKey(), withoutSingleQuotes(entry.getValue()));
            }
            return variables;
        } catch (DotenvException e) {
            throw ConfigurationException.invalid(
                    file + " cannot be understood.", "Write one NAME=value on each line, a comment after #.");
        }
    }

    /** The library removes double quotes only. */
    private static String withoutSingleQuotes(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}

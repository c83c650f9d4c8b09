package io.stockassistant.shared.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a password in its first line. */
final class PasswordFile {

    private PasswordFile() {}

    /**
     * Its password.
     *
     * @param setting what names the file, for messages
     * @throws ConfigurationException if there is no such file, or nothing in its first line
     */
    static Named<Password> read(String setting, Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            if (line == null || line.isEmpty()) {
                throw ConfigurationException.invalid(
                        setting + " " + file + ": the first line is empty.", "Write the password there.");
            }
            return new Named<>(Password.of(line), setting);
        } catch (IOException e) {
            throw ConfigurationException.invalid(
                    setting + " " + file + " cannot be read: " + FileReason.of(file, e) + ".",
                    "Name a UTF-8 file with the password in its first line.",
                    e);
        }
    }
}

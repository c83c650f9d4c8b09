package io.stockassistant.shared.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a password in its first line, as {@code --password-file} names it. */
final class PasswordFile {

    private PasswordFile() {}

    /** @throws ConfigurationException if there is no such file, or nothing in its first line */
    static Named<Password> read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            if (line == null || line.isEmpty()) {
                throw ConfigurationException.invalid(
                        "--password-file " + file + ": the first line is empty.", "Write the password there.");
            }
            return new Named<>(Password.of(line), "--password-file");
        } catch (IOException e) {
            throw ConfigurationException.invalid(
                    "--password-file " + file + " cannot be read: " + FileReason.of(file, e) + ".",
                    "Name a UTF-8 file with the password in its first line.",
                    e);
        }
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.history.RunOrigin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who runs a command, and where, for the journal. */
final class Origin {

    private static final Path NAME_OF_HOST = Path.of("/proc/sys/kernel/hostname");

    private Origin() {}

    static RunOrigin of(List<String> words) {
        return new RunOrigin(
                CommandText.of(words), ProgramVersion.number(), System.getProperty("user.name"), nameOfHost());
    }

    /** Without asking a name server, which can take long to say that it does not know. */
    private static @Nullable String nameOfHost() {
        Optional<String> variable = Optional.ofNullable(System.getenv("HOSTNAME"))
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")));
        if (variable.isPresent()) {
            return variable.get();
        }
        try {
            return Files.readString(NAME_OF_HOST, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return null; // another system; the address of the client stands beside it
        }
    }
}

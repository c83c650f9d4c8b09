package io.stockassistant.migrations.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of deploy/, as those read them for whom they are written. */
final class DeployFile {

    /** Tests run in the folder of their Maven module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private DeployFile() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One document; a key that stands twice is refused. */
    static JsonNode yaml(String path) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(path)
                .setAllowDuplicateKeys(false)
                .build();
        return JsonMapper.shared().valueToTree(new Load(settings).loadFromString(text(path)));
    }
}

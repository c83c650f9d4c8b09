package io.stockassistant.migrations.script;

import io.stockassistant.migrations.flyway.Checksums;
import io.stockassistant.migrations.flyway.Placeholders;
import io.stockassistant.migrations.flyway.Placeholders.MissingValueException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A migration without a version, {@code R__words.sql}: it runs when it is new and whenever its text has changed, after
 * the versioned migrations of its module. A class has changed when its checksum has.
 */
public final class Repeatable implements Change {

    private final String module;
    private final String description;
    private final ScriptFile file;
    private final Supplier<Map<String, String>> placeholders;

    /** @param placeholders the values in the module's scripts, asked for when the checksum is */
    Repeatable(String module, String description, ScriptFile file, Supplier<Map<String, String>> placeholders) {
        this.module = module;
        this.description = description;
        this.file = file;
        this.placeholders = placeholders;
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Optional<Version> findVersion() {
        return Optional.empty();
    }

    @Override
    public ScriptFile upgrade() {
        return file;
    }

    @Override
    public Optional<ScriptFile> findDowngrade() {
        return Optional.empty();
    }

    /**
     * Flyway's checksum of the text with its values in place of the placeholders: another value makes it run again. A
     * placeholder without a value stands for itself here; reading the script reports it.
     */
    @Override
    public @Nullable Integer checksum() {
        try {
            return checksumWithValues();
        } catch (MissingValueException e) {
            return file.checksum();
        }
    }

    /** Whether every placeholder in the text has a value here, so that the checksum is that of what would run. */
    public boolean hasAllValues() {
        try {
            checksumWithValues();
            return true;
        } catch (MissingValueException e) {
            return false;
        }
    }

    private @Nullable Integer checksumWithValues() throws MissingValueException {
        if (!(file instanceof SqlFile sql) || !sql.replacesPlaceholders()) {
            return file.checksum();
        }
        return Checksums.of(Placeholders.replace(sql.text(), PlaceholderValues.forFile(placeholders.get(), sql)));
    }

    /** For example {@code shop@R__monthly_views}. */
    @Override
    public String toString() {
        return module + "@" + shortName(file.name());
    }

    /** A file's or a class's name as addresses have it: without its ending, or its package. */
    public static String shortName(String script) {
        String name = script.replaceFirst("(?i)\\.sql$", "");
        return name.equals(script) ? script.substring(script.lastIndexOf('.') + 1) : name;
    }
}

package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Location;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An SQL file as the only migration of a module, so that the engine runs it as any other script. */
record ScriptModule(Path path) implements Location {

    /** Where the history of that module is, which nobody asks about. */
    static final String HISTORY_SCHEMA = "migrations_diff";

    private static final String NAME = "V1__script.sql";

    /** What pg_dump writes for psql, and means nothing to the server; in its place the line stays empty. */
    private static final Pattern FOR_PSQL = Pattern.compile("(?m)^\\\\(?:restrict|unrestrict|connect)\\b.*$");

    static Module of(Path path) {
        return new Module(
                "script", "public", new HistoryTable(HISTORY_SCHEMA, "history"), Set.of(), new ScriptModule(path));
    }

    @Override
    public List<SourceFile> list() throws IOException {
        return List.of(
                new SourceFile(NAME, path.toString(), this::read),
                new SourceFile(
                        NAME + ".conf",
                        path + ".conf",
                        () -> "placeholderReplacement=false\n".getBytes(StandardCharsets.UTF_8)));
    }

    /** Bytes that are no UTF-8 stay what they are, and are reported as such. */
    private byte[] read() throws IOException {
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        return FOR_PSQL.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether there is anything to run. */
    static boolean isEmpty(Path path) throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1).isBlank();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public String url() {
        return "filesystem:" + path;
    }
}

package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Location;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a module asks for, as files of migrations: so the engine runs it as it runs any other, with the module's
 * placeholders, and knows the place of each mistake. First come the tables of the models, then the module's model SQL,
 * then its repeatable migrations, which say on both sides what there is to be.
 */
record DesiredFiles(Module module, String tables) implements Location {

    private static final Pattern REPEATABLE = Pattern.compile("R__.*(?i:\\.sql)(\\.conf)?");

    /**
     * The module with these files in the place of its own.
     *
     * @param tables the SQL of its models
     * @param beside the names of the modules that are built in the same way
     */
    static Module of(Module module, String tables, Set<String> beside) {
        return new Module(
                module.name(),
                module.schema(),
                new HistoryTable(ModelDatabase.HISTORY_SCHEMA, module.schema()),
                Set.copyOf(module.dependsOn().stream().filter(beside::contains).toList()),
                module.placeholders(),
                new DesiredFiles(module, tables));
    }

    @Override
    public List<SourceFile> list() throws IOException {
        List<SourceFile> files = new ArrayList<>();
        if (!tables.isBlank()) {
            files.add(text("V1__tables.sql", "the tables of the models of " + module.name(), tables));
            files.add(text("V1__tables.sql.conf", "V1__tables.sql.conf", "placeholderReplacement=false\n"));
        }
        module.models()
                .findSql()
                .ifPresent(sql -> files.add(new SourceFile("V2__model_sql.sql", sql.path(), sql.content())));
        for (SourceFile each : module.location().list()) {
            if (REPEATABLE.matcher(each.fileName()).matches()) {
                files.add(each);
            }
        }
        return files;
    }

    private static SourceFile text(String name, String path, String text) {
        return new SourceFile(name, path, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public String url() {
        return "models:" + module.name();
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.lint.LintWish;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.module.Location;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Files of SQL that belong to no module, as the migrations of one: they run in the order given, in the schema {@code
 * public}.
 *
 * @param schema what is there before the first of them
 */
record LooseFiles(Optional<Path> schema, List<Path> files) {

    /** What they are called together. */
    static final String MODULE = "files";

    private static final String SCHEMA = "public";

    private static final Pattern MIGRATION = Pattern.compile("[VUBR].*__.+\\.sql");

    /** @throws io.stockassistant.migrations.problem.ProblemException if one of them is not there */
    static LooseFiles of(Optional<Path> schema, List<Path> files) {
        schema.ifPresent(LooseFiles::check);
        files.forEach(LooseFiles::check);
        return new LooseFiles(schema, List.copyOf(files));
    }

    /** Migrations of modules, which run in their place among the others; nothing if one of the files is none. */
    static Optional<LintWish> findOwned(List<Path> files, Supplier<Modules> modules) {
        if (!files.stream()
                .allMatch(each ->
                        MIGRATION.matcher(String.valueOf(each.getFileName())).matches())) {
            return Optional.empty();
        }
        Set<Path> folders = modules.get().list().stream()
                .flatMap(each -> each.location().folder().stream())
                .map(LooseFiles::absolute)
                .collect(Collectors.toSet());
        List<Path> absolute = files.stream().map(LooseFiles::absolute).toList();
        return absolute.stream().allMatch(each -> Files.isRegularFile(each) && folders.contains(each.getParent()))
                ? Optional.of(new LintWish(
                        Set.of(),
                        absolute.stream()
                                .map(each -> each.toString().replace('\\', '/'))
                                .collect(Collectors.toSet())))
                : Optional.empty();
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static void check(Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "There is no file " + file + ".",
                            "Name a file of SQL, or a module: migrations heads lists these.")
                    .asException();
        }
    }

    /** The only module that there is. */
    Modules modules() {
        return Modules.of(List.of(new Module(
                MODULE, SCHEMA, HistoryTable.parse("flyway_schema_history", SCHEMA), Set.of(), new Place(sources()))));
    }

    private List<SourceFile> sources() {
        List<SourceFile> sources = new ArrayList<>();
        schema.ifPresent(each -> sources.add(source(1, "schema", each)));
        for (int i = 0; i < files.size(); i++) {
            sources.add(source(i + 2, "file", files.get(i)));
        }
        return sources;
    }

    private static SourceFile source(int version, String words, Path file) {
        return new SourceFile("V" + version + "__" + words + ".sql", file.toString(), () -> Files.readAllBytes(file));
    }

    private record Place(List<SourceFile> list) implements Location {

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public String url() {
            return "filesystem:.";
        }
    }
}

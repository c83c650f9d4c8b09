package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder in which a job of a pipeline runs: a clone of a repository with the sources of a module, on a branch, and
 * in place of ./mvnw something that has built the jar already; and a database in use.
 */
final class PipelineFolder implements AutoCloseable {

    static final String BUILD = "./mvnw -B -ntp -q -Pslim -pl migrations-app -am package";

    private static final String SOURCES = "llm-platform/src/main/resources/db/migration/llm_platform";

    private final Path folder;
    private final TwoModules modules;

    PipelineFolder(Path root) throws IOException, InterruptedException {
        this.modules = new TwoModules(root); // for its database
        this.folder = root.resolve("clone");
        Path origin = root.resolve("origin");
        copySources(origin.resolve(SOURCES));
        GitRepository.of(origin);
        new GitRepository(root).run("clone", "--quiet", origin.toString(), folder.toString());
        new GitRepository(folder).run("checkout", "--quiet", "-b", "topic");
        Path wrapper = folder.resolve("mvnw");
        Files.writeString(wrapper, """
                #!/bin/sh
                [ "./mvnw $*" = '%s' ] || exit 99
                mkdir -p migrations-app/target && cp '%s' migrations-app/target/migrations-app-slim.jar
                """.formatted(BUILD, TheProgram.jar()));
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
    }

    private static void copySources(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(DeployFile.ROOT.resolve(SOURCES))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    /** Adds a migration to the branch, and to the jar, as a build of the branch would. */
    void addAMigration(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(SOURCES).resolve(name), sql);
        try (FileSystem jar = FileSystems.newFileSystem(file("migrations-app/target/migrations-app-slim.jar"))) {
            Files.writeString(jar.getPath("db/migration/llm_platform", name), sql);
        }
    }

    @Override
    public void close() {
        modules.close();
    }

    TwoModules modules() {
        return modules;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Where throw-away databases are made. */
    String shadow() {
        return "postgres://" + modules.database().user() + "@"
                + modules.database().host() + ":" + modules.database().port() + "/postgres";
    }

    /** What a step says, run as the services do: bash ends with the first command that fails, in a pipe too. */
    Answer run(String script, Map<String, String> environment) throws InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        if (script.contains("$SHADOW")) {
            all.put("PGPASSFILE", passwordOfShadow().toString()); // that of a pipeline asks for none
        }
        all.putIfAbsent("PATH", TheProgram.javaHome().resolve("bin") + ":" + System.getenv("PATH"));
        return TheProgram.startCommand(
                        folder, all, List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script))
                .answer();
    }

    private Path passwordOfShadow() {
        Path file = folder.resolveSibling("pgpass");
        try {
            Files.writeString(file, "*:*:*:*:" + modules.database().password() + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.stockassistant.dataengineering;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The releases of examples/daily-bars-by-year, typed by somebody who has the module in a folder. */
public final class BarsByYear {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration", "data_engineering");
    private static final Path EXAMPLE = Path.of("..", "examples", "daily-bars-by-year");

    private final Path modules;
    private final Path files;
    private final TestDatabase database;

    /** @param modules an empty folder */
    public BarsByYear(Path modules, TestDatabase database) throws IOException {
        this.modules = modules;
        this.files = Files.createDirectory(modules.resolve("data-engineering"));
        this.database = database;
        copy(MIGRATIONS);
    }

    /** Its files come beside those before it; nothing is run. */
    public BarsByYear release(int number) throws IOException {
        copy(EXAMPLE.resolve("release-" + number));
        return this;
    }

    private void copy(Path folder) throws IOException {
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(folder, "*.sql")) {
            for (Path each : scripts) {
                Files.copy(each, files.resolve(each.getFileName()));
            }
        }
    }

    public Path modules() {
        return modules;
    }

    /** Runs a command, which has to succeed. */
    public String type(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of(
                "--no-color",
                "--modules",
                modules.toString(),
                "--user",
                database.user(),
                "--url",
                "postgres://" + database.host() + ":" + database.port() + "/" + database.name()));
        Answer answer = Answer.of(args);
        assertThat(answer.status())
                .as("%s: %s%s", args, answer.out(), answer.err())
                .isZero();
        return answer.out() + answer.err();
    }
}

package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** One side of a comparison, as it was typed. */
public sealed interface Source {

    /** A script that builds everything from empty, a dump for example. */
    record SqlFile(Path path) implements Source {}

    /** A folder of modules, all of their migrations. */
    record ModuleFolder(Path path) implements Source {}

    /** The migrations of the modules at hand. */
    record AllMigrations() implements Source {}

    /** The persistence models of the modules at hand. */
    record Models() implements Source {}

    /** The database that the settings name. */
    record ConfiguredDatabase() implements Source {}

    /** Another database. */
    record Url(String url) implements Source {}

    /** Whether it is a database in use, which is read as it is. */
    default boolean isLive() {
        return this instanceof ConfiguredDatabase || this instanceof Url;
    }

    /**
     * Reads {@code models}, {@code migrations}, {@code database}, a URL, or the path of a file or a folder.
     *
     * @throws ProblemException if it is none of them
     */
    static Source parse(String text) {
        return switch (text) {
            case "models" -> new Models();
            case "migrations" -> new AllMigrations();
            case "database" -> new ConfiguredDatabase();
            default -> text.contains("://") ? new Url(text) : ofPath(text);
        };
    }

    private static Source ofPath(String text) {
        try {
            Path path = Path.of(text);
            if (Files.isDirectory(path)) {
                return new ModuleFolder(path);
            }
            if (Files.isRegularFile(path)) {
                return new SqlFile(path);
            }
        } catch (InvalidPathException e) {
            throw new ProblemException(unknown(text), e);
        }
        throw unknown(text).asException();
    }

    private static Problem unknown(String text) {
        return Problem.of(
                ProblemCode.INVALID_OPTION,
                "'" + text + "' is neither a file nor a folder, nor one of models, migrations, database, nor a URL.",
                "For example: migrations diff migrations database");
    }
}

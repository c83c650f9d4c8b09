package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder with the modules alpha (two migrations) and beta (one, after alpha), and an empty database. */
final class TwoModules implements AutoCloseable {

    private final Path folder;
    private final TestDatabase database = TestPostgres.shared().newDatabase();

    TwoModules(Path folder) throws IOException {
        this.folder = folder;
        write("alpha/V1__first.sql", "CREATE TABLE one (id integer CONSTRAINT pk_one_id PRIMARY KEY);\n");
        write("alpha/U1__first.sql", "DROP TABLE one;\n");
        write("alpha/V2__second.sql", "CREATE TABLE two (id integer);\n");
        write("alpha/U2__second.sql", "DROP TABLE two;\n");
        write("beta/module.properties", "depends-on=alpha\n");
        write("beta/V1__only.sql", "-- depends-on: alpha@1\nCREATE TABLE three (id integer REFERENCES alpha.one);\n");
        write("beta/U1__only.sql", "DROP TABLE three;\n");
    }

    void write(String file, String text) throws IOException {
        Path path = modules().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    void delete(String file) throws IOException {
        Files.delete(modules().resolve(file));
    }

    Path modules() {
        return folder.resolve("modules");
    }

    TestDatabase database() {
        return database;
    }

    /** Where this database is, as options; a password never stands among them. */
    List<String> connection() {
        return connection(database.name());
    }

    List<String> connection(String name) {
        return List.of(
                "--url",
                "postgres://" + database.host() + ":" + database.port() + "/" + name,
                "--user",
                database.user(),
                "--password-file",
                passwordFile().toString());
    }

    private Path passwordFile() {
        try {
            return Files.writeString(folder.resolve("password"), database.password() + "\n");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    List<String> modulesOption() {
        return List.of("--modules", modules().toString());
    }

    /** Runs a command, given as words separated by spaces, on these modules and this database. */
    Answer run(String words) {
        List<String> args = new ArrayList<>(Stream.of(words.split(" ")).toList());
        args.addAll(modulesOption());
        args.addAll(connection());
        return Answer.of(args);
    }

    @Override
    public void close() {
        database.close();
    }
}

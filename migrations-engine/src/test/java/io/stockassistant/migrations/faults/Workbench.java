package io.stockassistant.migrations.faults;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A module called shop with three migrations, an empty database, and the command line on both. */
final class Workbench implements AfterEachCallback {

    private final TestDatabase database = TestPostgres.shared().newDatabase();
    private final Server server = Server.of(database);
    private final Path folder;
    private int copies;
    private final List<String> roles = new ArrayList<>();

    Workbench() {
        try {
            folder = Files.createTempDirectory("workbench");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        write("shop/V1__first.sql", "CREATE TABLE items (id integer);\n");
        write("shop/V2__second.sql", "ALTER TABLE items ADD COLUMN name text;\n");
        write("shop/V3__third.sql", "CREATE TABLE third (id integer);\n");
    }

    Server server() {
        return server;
    }

    String database() {
        return database.name();
    }

    Path folder() {
        return folder;
    }

    void write(String file, String text) {
        try {
            Path path = folder.resolve("modules").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A role that may connect and create schemas here, gone when the test is. */
    String newRole(String settings) {
        String role = "role_of_" + database.name() + "_" + roles.size();
        execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + server.password() + "' " + settings);
        roles.add(role);
        execute("GRANT CREATE ON DATABASE " + database.name() + " TO " + role);
        return role;
    }

    Answer run(String words) {
        return runAs(server.user(), server.port(), words);
    }

    /** Runs a command, given as words separated by spaces, through a port of this host. */
    Answer runAs(String user, int port, String words) {
        return on(new Server(server.host(), port, user, server.password()), database.name(), words);
    }

    /** Runs it on a database of another server. */
    Answer on(Server other, String name, String words) {
        return Answer.of(args(other, name, List.of(words.split(" "))));
    }

    /** The words, with options that lead to these files and a database of this server. */
    List<String> args(String name, List<String> words) {
        return args(server, name, words);
    }

    private List<String> args(Server other, String name, List<String> words) {
        try {
            Path password = Files.writeString(folder.resolve("password"), other.password() + "\n");
            List<String> args = new ArrayList<>(words);
            args.addAll(List.of("--modules", folder.resolve("modules").toString()));
            args.addAll(List.of("--url", "postgres://" + other.host() + ":" + other.port() + "/" + name));
            args.addAll(List.of("--user", other.user(), "--password-file", password.toString()));
            return args;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A database that is as this one is now. */
    String copy() {
        String name = database.name() + "_" + ++copies;
        server.copy(database.name(), name);
        return name;
    }

    void drop(String name) {
        server.execute(Stage.MAINTENANCE, "DROP DATABASE " + name + " WITH (FORCE)");
    }

    CompletableFuture<Answer> runInBackground(String words) {
        return CompletableFuture.supplyAsync(() -> run(words), task -> new Thread(task, "a run beside").start());
    }

    Connection connect() throws SQLException {
        return server.connect(database.name());
    }

    void execute(String... statements) {
        server.execute(database.name(), statements);
    }

    /** The first column of the rows. */
    List<String> rows(String query) {
        return rowsOf(database.name(), query);
    }

    /** The same of another database of this server. */
    List<String> rowsOf(String name, String query) {
        try (Connection connection = server.connect(name);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    /** The versions that the history of shop holds as applied. */
    List<String> applied() {
        return rows("SELECT version FROM shop.flyway_schema_history WHERE success AND version IS NOT NULL"
                + " ORDER BY installed_rank");
    }

    /** Schemas and tables that are not the server's own. */
    List<String> content() {
        return rows("SELECT nspname || ' ' || coalesce(relname, '') FROM pg_namespace n"
                + " LEFT JOIN pg_class c ON c.relnamespace = n.oid"
                + " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1");
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (String role : roles) {
            execute("DROP OWNED BY " + role + " CASCADE");
        }
        database.close();
        roles.forEach(role -> server.execute(Stage.MAINTENANCE, "DROP ROLE " + role));
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

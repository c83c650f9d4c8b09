package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The sixty migrations, a database before and one after them, and what undisturbed runs make of those. */
final class Stage implements AutoCloseable {

    static final String MAINTENANCE = "postgres";

    /** Each of the two ways: what is typed, and where it starts. */
    enum Way {
        UP("faults_empty", "upgrade"),
        DOWN("faults_full", "downgrade base");

        private final String template;
        private final String command;

        Way(String template, String command) {
            this.template = template;
            this.command = command;
        }

        List<String> command() {
            return List.of(command.split(" "));
        }
    }

    private final Server server;
    private final Path folder;
    private final List<String> full;
    private final List<String> fullNow;
    private final List<String> gone;
    private final int queriesUp;
    private final int queriesDown;
    private int databases;

    private Stage(Server server, Path folder) throws IOException, SQLException {
        this.server = server;
        this.folder = folder;
        SixtyMigrations.writeTo(folder.resolve("modules"));
        Files.writeString(folder.resolve("password"), server.password() + "\n");
        server.execute(MAINTENANCE, "CREATE DATABASE faults_empty TEMPLATE template0");
        server.execute("faults_empty", SixtyMigrations.LEDGER_OF_UNDONE);
        server.copy("faults_empty", "faults_full");
        queriesUp = undisturbed("faults_full", Way.UP);
        try (Connection connection = server.connect("faults_full")) {
            full = Picture.whole(connection);
            fullNow = Picture.ofNow(connection);
        }
        String database = copy(Way.DOWN);
        queriesDown = undisturbed(database, Way.DOWN);
        try (Connection connection = server.connect(database)) {
            gone = Picture.whole(connection);
        }
        drop(database);
    }

    static Stage on(Server server, Path folder) throws IOException, SQLException {
        return new Stage(server, folder);
    }

    private int undisturbed(String database, Way way) {
        try (Tollgate gate = new Tollgate(server.host(), server.port(), Tollgate.Moment.NEVER, each -> {})) {
            Answer answer = Answer.of(args(way.command(), gate.port(), database));
            assertThat(answer.status()).as(answer.err()).isZero();
            return gate.queries();
        }
    }

    Server server() {
        return server;
    }

    Path folder() {
        return folder;
    }

    /** How many queries an undisturbed run sends. */
    int queries(Way way) {
        return way == Way.UP ? queriesUp : queriesDown;
    }

    /** A new database from which a run of that way starts. */
    String copy(Way way) {
        String name = "faults_" + ++databases;
        server.copy(way.template, name);
        return name;
    }

    void drop(String database) {
        server.execute(MAINTENANCE, "DROP DATABASE " + database + " WITH (FORCE)");
    }

    List<String> args(List<String> words, int port, String database) {
        List<String> args = new ArrayList<>(words);
        args.addAll(List.of("--modules", folder.resolve("modules").toString()));
        args.addAll(List.of("--url", "postgres://" + server.host() + ":" + port + "/" + database));
        args.addAll(List.of("--user", server.user()));
        args.addAll(List.of("--password-file", folder.resolve("password").toString()));
        return args;
    }

    /** Runs a command in this process, straight to the server. */
    Answer run(String database, List<String> words) {
        return Answer.of(args(words, server.port(), database));
    }

    /** The database is as after an undisturbed upgrade, also in how its histories came to what they say. */
    void assertFull(String database) throws SQLException {
        try (Connection connection = server.connect(database)) {
            Picture.assertSame(Picture.whole(connection), full);
        }
    }

    /** The database is as after an undisturbed upgrade; its histories may tell of what was undone in between. */
    void assertFullNow(String database) throws SQLException {
        try (Connection connection = server.connect(database)) {
            Picture.assertSame(Picture.ofNow(connection), fullNow);
        }
    }

    /** The database is as after an undisturbed upgrade and downgrade. */
    void assertGone(String database) throws SQLException {
        try (Connection connection = server.connect(database)) {
            Picture.assertSame(Picture.whole(connection), gone);
        }
    }

    @Override
    public void close() {
        drop("faults_empty");
        drop("faults_full");
    }
}

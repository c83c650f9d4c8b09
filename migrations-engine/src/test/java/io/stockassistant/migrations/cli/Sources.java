package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What {@code diff} compares: two modules, their database, and files beside them. */
record Sources(Path folder, TwoModules modules) implements AutoCloseable {

    static Sources in(Path folder) throws IOException {
        return new Sources(folder, new TwoModules(folder));
    }

    Answer diff(String from, String to, String... more) {
        List<String> words = new ArrayList<>(List.of("diff", from, to));
        words.addAll(List.of(more));
        words.addAll(List.of("--shadow-url", url("postgres")));
        words.addAll(modules.modulesOption());
        words.addAll(modules.connection());
        return Answer.of(words);
    }

    String url(String database) {
        return "postgres://" + modules.database().host() + ":"
                + modules.database().port() + "/" + database;
    }

    String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        modules.close();
    }
}

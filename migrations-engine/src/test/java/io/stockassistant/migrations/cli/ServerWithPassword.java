package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.database.HostBasedAuthentication;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Two modules, and a database of a user whom the server asks for a password. */
final class ServerWithPassword implements AutoCloseable {

    static final String USER = "secretive_ann";

    /** Needs an escape in every place where it can stand. */
    static final String SECRET = "Zq7:hunter/2@x";

    /** All that can be said beside the result. */
    static final List<String> EVERYTHING = List.of("--verbose", "--echo", "--log-level", "trace");

    private final TwoModules modules;
    private final HostBasedAuthentication authentication;

    ServerWithPassword(Path folder) throws IOException, SQLException {
        modules = new TwoModules(folder);
        authentication = new HostBasedAuthentication(modules.database());
        authentication.execute("SET password_encryption = 'scram-sha-256'; CREATE ROLE " + USER + " LOGIN PASSWORD '"
                + SECRET + "'; GRANT CREATE ON DATABASE " + modules.database().name() + " TO " + USER);
        authentication.prepend("host all " + USER + " all scram-sha-256");
    }

    TwoModules modules() {
        return modules;
    }

    /** Without a password. */
    String url() {
        return "postgres://" + USER + "@" + modules.database().host() + ":"
                + modules.database().port() + "/" + modules.database().name();
    }

    static String encoded(String password) {
        return URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    /** A migration whose failure has the password in the statement and in the server's sentence. */
    void breakAMigration() throws IOException {
        modules.write("alpha/V3__third.sql", "ALTER ROLE " + USER + " PASSWORD '" + SECRET + "' '" + SECRET + "';\n");
    }

    static void assertThatNothingIsTold(Answer answer) {
        assertNothingIn(answer.out());
        assertNothingIn(answer.err());
    }

    static void assertThatNothingIsLogged(Path file) throws IOException {
        assertThat(file).content().contains("migrations.command");
        assertNothingIn(Files.readString(file));
    }

    void assertThatNothingIsInTheJournal() throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT (SELECT string_agg(r::text, E'\\n') FROM migrations.run r)"
                                + " || (SELECT string_agg(s::text, E'\\n') FROM migrations.step s)")) {
            rows.next();
            assertThat(rows.getString(1)).contains("upgrade", "alpha");
            assertNothingIn(rows.getString(1));
        }
    }

    private static void assertNothingIn(String text) {
        assertThat(text).doesNotContain(SECRET, encoded(SECRET), "hunter");
    }

    @Override
    public void close() throws SQLException {
        authentication.restore();
        authentication.execute("DROP OWNED BY " + USER + "; DROP ROLE " + USER);
        modules.close();
    }
}

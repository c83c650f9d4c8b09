package io.stockassistant.migrations.cli;

import static io.stockassistant.migrations.cli.ServerWithPassword.SECRET;
import static io.stockassistant.migrations.cli.ServerWithPassword.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Given to the jar in each way that its environment has, and then looked for in everything that was said. */
final class APasswordIT {

    @TempDir
    private Path folder;

    private ServerWithPassword server;

    /** How a password comes to the program. */
    private enum Way {
        PGPASSWORD,
        DATABASE_URL,
        DOT_ENV,
        PGPASSFILE
    }

    @BeforeEach
    void prepare() throws IOException, SQLException {
        server = new ServerWithPassword(folder);
    }

    @AfterEach
    void end() throws SQLException {
        server.close();
    }

    private Map<String, String> environment(Way way, String password) throws IOException {
        TestDatabase database = server.modules().database();
        String port = Integer.toString(database.port());
        Map<String, String> libpq = new HashMap<>(
                Map.of("PGHOST", database.host(), "PGPORT", port, "PGDATABASE", database.name(), "PGUSER", USER));
        switch (way) {
            case PGPASSWORD -> libpq.put("PGPASSWORD", password);
            case PGPASSFILE -> {
                Path file = folder.resolve("pgpass");
                Files.writeString(file, "*:*:*:*:" + password.replace(":", "\\:") + "\n");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                libpq.put("PGPASSFILE", file.toString());
            }
            case DATABASE_URL -> {
                String secret = ":" + ServerWithPassword.encoded(password) + "@";
                return Map.of("DATABASE_URL", server.url().replace("@", secret));
            }
            case DOT_ENV -> {
                Files.writeString(
                        folder.resolve(".env"),
                        "POSTGRES_SERVER=" + database.host() + "\nPOSTGRES_PORT=" + port + "\nPOSTGRES_DB="
                                + database.name() + "\nPOSTGRES_USER=" + USER + "\nPOSTGRES_PASSWORD='" + password
                                + "'\n");
                return Map.of();
            }
        }
        return libpq;
    }

    private Answer run(Way way, String password, String... words) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(ServerWithPassword.EVERYTHING);
        args.addAll(0, Stream.of(words).toList());
        args.addAll(server.modules().modulesOption());
        Answer answer =
                TheProgram.start(folder, environment(way, password), args).answer();
        ServerWithPassword.assertThatNothingIsTold(answer);
        return answer;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isInNothingThatIsSaid(Way way) throws IOException, InterruptedException {
        Path log = folder.resolve("run.log");
        Answer upgraded = run(way, SECRET, "upgrade", "--log-file", log.toString());
        assertThat(upgraded.status()).as(upgraded.err()).isZero();
        assertThat(upgraded.err()).contains("applied beta@1", "COMMIT;");
        server.breakAMigration();
        assertThat(run(way, SECRET, "upgrade", "--output", "json", "--log-format", "json")
                        .status())
                .isEqualTo(5);
        assertThat(run(way, SECRET + "!", "status", "--log-file", log.toString())
                        .status())
                .isEqualTo(4);
        ServerWithPassword.assertThatNothingIsLogged(log);
    }
}

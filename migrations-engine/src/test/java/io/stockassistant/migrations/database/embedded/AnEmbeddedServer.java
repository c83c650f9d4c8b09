package io.stockassistant.migrations.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.testing.TestFolders;
import io.stockassistant.migrations.testing.TestPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What the tests of an embedded server start from: one folder a class, stopped before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnEmbeddedServer {

    private final OpenFolder folder;
    final Path dataRoot;
    final EmbeddedServer server;
    private final int port = TestPorts.next();

    AnEmbeddedServer() throws IOException {
        folder = OpenFolder.create();
        dataRoot = folder.dataRoot();
        server = EmbeddedServer.at(dataRoot);
    }

    @BeforeAll
    void createFolder() throws IOException {
        new DataRoot(dataRoot).create();
        TestFolders.lendPrograms(dataRoot);
    }

    @BeforeEach
    void stopServer() throws IOException {
        server.stop();
        new DataRoot(dataRoot).rememberPort(port);
    }

    void forgetData() throws IOException {
        folder.clear();
    }

    @AfterAll
    void removeFolder() throws IOException {
        folder.close();
    }

    static String query(EmbeddedServer.Address address, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    PidFile pidFile() throws IOException {
        return PidFile.find(dataRoot.resolve("postgresql")).orElseThrow();
    }

    static Problem problemOf(ThrowingCallable call) {
        Throwable thrown = Assertions.catchThrowable(call);
        assertThat(thrown).isInstanceOf(ProblemException.class);
        Problem problem = ((ProblemException) thrown).problems().get(0);
        assertThat(problem.code()).isEqualTo(ProblemCode.EMBEDDED_SERVER);
        return problem;
    }
}

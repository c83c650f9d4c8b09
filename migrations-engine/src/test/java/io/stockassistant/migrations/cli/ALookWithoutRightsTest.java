package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A role that may connect and see nothing is told what it takes to look, not what it takes to change. */
final class ALookWithoutRightsTest {

    @TempDir
    private Path folder;

    private TwoModules modules;
    private String role = "";

    @BeforeEach
    void prepare() throws IOException, SQLException {
        modules = new TwoModules(folder);
        role = modules.database().name() + "_reader";
        assertThat(modules.run("upgrade alpha").status()).isZero();
        execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + modules.database().password() + "'");
    }

    @AfterEach
    void end() throws SQLException {
        execute("DROP OWNED BY " + role + " CASCADE; DROP ROLE " + role);
        modules.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "current", "history", "plan", "history --journal"})
    void namesTheGrantsThatAreMissing(String command) {
        assertThat(look(command).err())
                .contains("error: permission-denied: ", "GRANT USAGE ON SCHEMA ", " TO " + role + ";")
                .doesNotContain("GRANT CREATE");
    }

    @Test
    void leadsStepByStepToTheAnswer() throws SQLException {
        assertThat(look("current").err()).contains("GRANT USAGE ON SCHEMA alpha TO " + role + ";");
        execute("GRANT USAGE ON SCHEMA alpha TO " + role);
        assertThat(look("current").err()).contains("GRANT SELECT ON alpha.flyway_schema_history TO " + role + ";");
        execute("GRANT SELECT ON alpha.flyway_schema_history TO " + role);
        assertThat(look("current").status()).isZero();
    }

    private Answer look(String command) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.addAll(modules.modulesOption());
        args.addAll(modules.connection());
        args.set(args.indexOf("--user") + 1, role);
        return Answer.of(args);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

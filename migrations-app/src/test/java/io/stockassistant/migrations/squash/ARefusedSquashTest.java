package io.stockassistant.migrations.squash;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestShadow;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ARefusedSquashTest {

    private final Shadow shadow = TestShadow.open();

    private ModuleFolders folders;

    @BeforeEach
    void begin(@TempDir Path root) {
        folders = new ModuleFolders(root, shadow);
    }

    @AfterAll
    void end() {
        shadow.close();
    }

    private static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("CREATE TABLE public.elsewhere (a int)", "table public.elsewhere is missing"),
                Arguments.of("CREATE PUBLICATION news FOR ALL TABLES", "publication news is missing"),
                Arguments.of(
                        "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)",
                        "operator shop.===(integer,integer) is missing"),
                Arguments.of("CREATE TABLE base.more (a int)", "table base.more is missing"),
                Arguments.of("INSERT INTO base.t VALUES (5)", "table base.t: expected row a=5, found none"),
                Arguments.of("CREATE TYPE announced", "base type shop.announced"),
                Arguments.of("CREATE TABLE t (a int); INSERT INTO t VALUES (random() * 1e9)", "column shop.t.a"),
                Arguments.of("CREATE ROLE squash_test_role", "squash_test_role"),
                Arguments.of("CREATE TABLE t (a text DEFAULT '${env}')", "${env}"),
                Arguments.of("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC", "default privileges"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void whatNoBaselineHoldsIsNamed(String script, String named) throws SQLException {
        folders.file("base/V20260101__t.sql", "CREATE TABLE t (a int);");
        folders.file("shop/module.properties", "depends-on=base\nplaceholders.env=test");
        folders.file("shop/V20260102__odd.sql", script + ";");
        try {
            assertThat(folders.refusal(null, "shop")).contains(named);
        } finally {
            if (script.startsWith("CREATE ROLE")) {
                dropRole();
            }
        }
    }

    private void dropRole() throws SQLException {
        try (var database = shadow.create();
                var connection = database.open("");
                var statement = connection.createStatement()) {
            statement.execute("DROP ROLE squash_test_role");
        }
    }

    @Test
    void aCutThroughTheLifeOfADependentModuleIsNotAllowed() throws SQLException {
        folders.file("base/V20260101__a.sql", "CREATE TABLE a (id int);");
        folders.file("base/V20260301__b.sql", "ALTER TABLE a ADD b int;");
        folders.file("top/module.properties", "depends-on=base");
        folders.file("top/V20260201__t.sql", "CREATE TABLE t ();");
        assertThat(folders.refusal(null, "base"))
                .contains("top@20260201 builds on base as it was before base@20260301");
        assertThat(folders.squashTo("20260101", "base").modules()).hasSize(1);
    }

    @Test
    void aModuleThatBeginsWithABaselineHasNothingLeft() throws Exception {
        folders.file("base/V1__a.sql", "CREATE TABLE a (id int);");
        folders.file("base/V2__b.sql", "CREATE TABLE b (id int);");
        folders.squash("base").write();
        assertThat(folders.refusal(null, "base")).contains("it is a baseline already");
    }
}

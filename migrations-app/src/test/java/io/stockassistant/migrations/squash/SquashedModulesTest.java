package io.stockassistant.migrations.squash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Replaced;
import io.stockassistant.migrations.script.Version;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestShadow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is returned was proven: the tests look at what that is. */
class SquashedModulesTest {

    private final Shadow shadow = TestShadow.open();

    @TempDir
    private Path root;

    private ModuleFolders folders;

    @BeforeEach
    void begin() {
        folders = new ModuleFolders(root, shadow);
    }

    @AfterEach
    void end() {
        shadow.close();
    }

    @Test
    void theThreeModulesOfThisProgramBecomeOneFileEach() throws SQLException, IOException {
        folders.ownModules();
        List<Migration> written = List.copyOf(folders.migrations().list("data-engineering"));
        Version head = written.get(written.size() - 1).version();
        Squash squash = folders.squash("data-engineering", "llm-platform", "identity-access");
        squash.write();

        assertThat(squash.modules()).hasSize(3);
        String baseline = "B" + head + "__baseline.sql";
        assertThat(folders.files("data-engineering"))
                .containsExactly(baseline, "D20260213000000__exchange_of_stocks.sql", "HEAD", "module.properties");
        assertThat(squash.modules().get(0).written().get(baseline))
                .contains("-- replaces: 20260211000000", "-- replaces: " + head, "CREATE TABLE data_engineering.");
        assertThat(folders.migrations().list("data-engineering")).hasSize(1);
    }

    @Test
    void filesInFoldersBelowAreReplacedToo() throws SQLException, IOException {
        folders.file("shop/V20260101__roles.sql", "CREATE TABLE role (id bigint);");
        folders.file("shop/2026/V20260102__more.sql", "ALTER TABLE role ADD note text;");
        folders.file("shop/2026/V20260102__more.sql.conf", "placeholderReplacement=false");
        Squash squash = folders.squash("shop");
        squash.write();

        assertThat(squash.modules().get(0).removed())
                .contains("2026/V20260102__more.sql", "2026/V20260102__more.sql.conf");
        assertThat(root.resolve("shop/2026")).isEmptyDirectory();
        assertThat(folders.migrations().list("shop")).hasSize(1);
    }

    @Test
    void rowsAndWhatComesAfterTheCutStay() throws SQLException, IOException {
        folders.file("shop/V20260101__roles.sql", """
                CREATE TABLE role (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE,
                    at timestamptz NOT NULL DEFAULT now());
                INSERT INTO role (name) VALUES ('admin'), ('it''s ${me}');
                """);
        folders.file("shop/U20260101__roles.sql", "DROP TABLE role;");
        folders.file("shop/V20260102__more.sql", "ALTER TABLE role ADD note text DEFAULT 'x';");
        folders.file("shop/V20260103__after.sql", "INSERT INTO role (name) VALUES ('guest');");
        folders.file("shop/R__view.sql", "CREATE OR REPLACE VIEW roles AS SELECT name FROM role;");
        folders.file("shop/V20260101__roles.sql.conf", "placeholderReplacement=false");

        Squash squash = folders.squashTo("20260102", "shop");
        assertThat(squash.modules().get(0).replaced()).containsExactly(Version.of("20260101"), Version.of("20260102"));
        assertThat(squash.modules().get(0).written().get("B20260102__baseline.sql"))
                .contains("    (1, 'admin', DEFAULT, 'x')", "setval('shop.role_id_seq', 2, true)")
                .doesNotContain("roles AS");

        squash.write();
        assertThat(folders.files("shop"))
                .containsExactly(
                        "B20260102__baseline.sql",
                        "B20260102__baseline.sql.conf",
                        "R__view.sql",
                        "V20260103__after.sql");
        Squash again = folders.squash("shop");
        assertThat(again.modules().get(0).replaced()).hasSize(3);
        assertThat(again.modules().get(0).written().get("B20260103__baseline.sql"))
                .containsPattern(
                        "-- replaces: 20260102 -?\\d+\n-- replaces: B20260102 -?\\d+\n-- replaces: 20260103 -?\\d+\n");
    }

    @Test
    void theFilesAreThoseOfAnyEditor() throws SQLException, IOException {
        folders.file("shop/V1__a.sql", "CREATE TABLE a (id int);");
        folders.file("shop/V2__b.sql", "CREATE TABLE b (id int);");
        folders.squash("shop").write();
        folders.file("shop/other", "");
        assertThat(PosixFilePermissions.toString(rights("B2__baseline.sql")))
                .isEqualTo(PosixFilePermissions.toString(rights("other")));
        assertThat(folders.migrations()
                        .list("shop")
                        .iterator()
                        .next()
                        .upgrade()
                        .header()
                        .replaced())
                .extracting(Replaced::version, Replaced::baseline, each -> each.checksum() == null)
                .containsExactly(tuple(Version.of("1"), false, false), tuple(Version.of("2"), false, false));
    }

    private Set<PosixFilePermission> rights(String file) throws IOException {
        return Files.getPosixFilePermissions(root.resolve("shop").resolve(file));
    }

    @Test
    void nothingIsChangedWhereAFileHasGone() throws SQLException, IOException {
        folders.file("shop/V1__a.sql", "CREATE TABLE a (id int);");
        folders.file("shop/V2__b.sql", "CREATE TABLE b (id int);");
        Squash squash = folders.squash("shop");
        Files.delete(root.resolve("shop/V2__b.sql"));
        assertThatThrownBy(squash::write)
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith("V2__b.sql is not there. Nothing was changed.");
        assertThat(folders.files("shop")).containsExactly("V1__a.sql");
    }

    @Test
    void anExtensionComesWithTheModuleThatCreatesIt() throws SQLException {
        folders.file("shop/V1__first.sql", "CREATE EXTENSION pg_trgm SCHEMA public; CREATE TABLE t (a text);");
        folders.file("shop/V2__second.sql", "CREATE INDEX i ON t USING gin (a gin_trgm_ops);");
        assertThat(folders.squash("shop").modules().get(0).written().get("B2__baseline.sql"))
                .contains("CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;");
    }

    @Test
    void modulesThatGrewTogetherAreCutTogether() throws SQLException {
        folders.file("base/V20260101__a.sql", "CREATE TABLE a (id int PRIMARY KEY, old text);");
        folders.file("base/V20260301__b.sql", "ALTER TABLE a DROP COLUMN old CASCADE;");
        folders.file("top/module.properties", "depends-on=base");
        folders.file(
                "top/V20260201__t.sql",
                "-- depends-on: base@20260101\nCREATE TABLE t (a int REFERENCES base.a);"
                        + " INSERT INTO t SELECT id FROM base.a WHERE old IS NULL;");
        folders.file("top/V20260401__u.sql", "-- depends-on: base@20260301\nCREATE TABLE u (a int REFERENCES base.a);");

        Squash squash = folders.squashTo("20260315", "base", "top");
        assertThat(squash.modules())
                .extracting(Squash.SquashedModule::baseline)
                .containsExactly("B20260301__baseline.sql", "B20260301__baseline.sql");
        assertThat(squash.modules().get(1).written().get("B20260301__baseline.sql"))
                .contains("-- depends-on: base@20260301\n", "-- replaces: 20260201 ");
        assertThat(squash.modules().get(1).removed()).isEqualTo(List.of("V20260201__t.sql"));
    }
}

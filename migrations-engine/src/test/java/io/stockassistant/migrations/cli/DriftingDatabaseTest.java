package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.database.FakeServer;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A database that somebody has changed beside its migrations. */
class DriftingDatabaseTest {

    private TwoModules modules;

    @BeforeEach
    void migrate(@TempDir Path folder) throws IOException {
        modules = new TwoModules(folder);
        modules.write("alpha/V3__third.sql", """
                CREATE TABLE note (id integer, state varchar(9) DEFAULT 'new' CHECK (state IN ('new', 'old')));
                CREATE INDEX ix_note_state ON note (state);
                COMMENT ON TABLE note IS '${word}';
                CREATE MATERIALIZED VIEW summary AS SELECT count(*) AS n FROM note WITH NO DATA;
                CREATE EXTENSION pg_trgm SCHEMA alpha;
                """);
        modules.write(
                "alpha/U3__third.sql", "DROP EXTENSION pg_trgm; DROP MATERIALIZED VIEW summary; DROP TABLE note;\n");
        modules.write("alpha/R__views.sql", "CREATE OR REPLACE VIEW notes AS SELECT id FROM alpha.note;\n");
        assertThat(modules.run("upgrade --placeholder word=note").status()).isZero();
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private Answer drift(String more) {
        return modules.run("drift --placeholder word=note --shadow-url postgres://"
                + modules.database().host() + ":" + modules.database().port() + "/postgres" + more);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void hasNoneAsLongAsNobodyDid() {
        Answer answer = drift("");
        assertThat(answer.out()).as(answer.err()).isEqualTo("No drift.\n");
        assertThat(answer.status()).isZero();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("DROP INDEX alpha.ix_note_state", "removed  index alpha.ix_note_state"),
                Arguments.of("CREATE TABLE beta.more (id int PRIMARY KEY)", "added    table beta.more"),
                Arguments.of("ALTER TABLE alpha.note ALTER state SET DEFAULT 'old'", """
                        changed  column alpha.note.state: default
                                   expected  'new'::character varying
                                   found     'old'::character varying"""),
                Arguments.of("COMMENT ON TABLE alpha.note IS 'other'", "expected  note\n"),
                Arguments.of("DROP VIEW alpha.notes", "removed  view alpha.notes"),
                Arguments.of("DROP EXTENSION pg_trgm", "removed  extension pg_trgm"),
                Arguments.of("ALTER TABLE beta.three OWNER TO pg_monitor", "table beta.three: owner"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void namesWhatIsDifferent(String sql, String said) throws SQLException {
        execute(sql);
        Answer answer = drift("");
        assertThat(answer.out()).as(answer.err()).contains(said).endsWith("\n1 difference.\n");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void doesNotWaitForEverForALock() throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN; LOCK TABLE alpha.note IN ACCESS EXCLUSIVE MODE");
            Answer answer = drift("");
            assertThat(answer.err()).startsWith("error: lock-timeout: Somebody has locked");
            assertThat(answer.status()).isEqualTo(4);
        }
    }

    @Test
    void leavesAloneWhatBelongsToOthersAndWhatIsUse() throws SQLException {
        execute("""
                CREATE TABLE alpha.of_dba (id int PRIMARY KEY); ALTER TABLE alpha.of_dba OWNER TO pg_monitor;
                CREATE TABLE public.elsewhere (id int); CREATE EXTENSION hstore;
                REFRESH MATERIALIZED VIEW alpha.summary; SELECT lo_create(0);
                """);
        Answer answer = drift(" --verbose");
        assertThat(answer.out())
                .as(answer.err())
                .isEqualTo("No drift; 1 of other owners left alone (--verbose names them).\n");
        assertThat(answer.err()).contains("left alone: table alpha.of_dba of pg_monitor");
        assertThat(answer.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE alpha.note SET (fillfactor = 50) | *:options
            ALTER TABLE alpha.note SET (fillfactor = 50) | table alpha.note
            CREATE INDEX tmp_ix ON alpha.note (id)       | index alpha.tmp_*
            CREATE INDEX tmp_ix ON alpha.note (id)       | table alpha.note
            CREATE TABLE alpha.tmp_1 (id serial)         | alpha.tmp_?
            ALTER TABLE alpha.note ADD COLUMN x int      | column *.note.x
            COMMENT ON TABLE alpha.note IS 'x'           | table alpha.note:comment
            DROP MATERIALIZED VIEW alpha.summary         | materialized view alpha.summary
            GRANT SELECT ON beta.three TO pg_monitor     | *:granted
            CREATE SCHEMA gamma AUTHORIZATION CURRENT_USER; ALTER VIEW alpha.notes SET SCHEMA gamma | view *.notes
            """)
    void whatIsIgnoredDoesNotCount(String sql, String pattern) throws SQLException {
        execute(sql);
        assertThat(drift("").status()).isEqualTo(3);
        Answer answer = driftWithout(pattern);
        assertThat(answer.out()).as(answer.err()).startsWith("No drift; ");
        assertThat(answer.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE alpha.note SET (fillfactor = 50) | *:comment
            ALTER TABLE alpha.note SET (fillfactor = 50) | index alpha.note
            CREATE INDEX tmp_ix ON alpha.note (id)       | table alpha.tmp_ix
            ALTER TABLE alpha.note ADD COLUMN x int      | alpha.n
            """)
    void aPatternForSomethingElseDoesNotHideIt(String sql, String pattern) throws SQLException {
        execute(sql);
        Answer answer = driftWithout(pattern);
        assertThat(answer.out()).as(answer.err()).endsWith("\n1 difference.\n");
        assertThat(answer.status()).isEqualTo(3);
    }

    private Answer driftWithout(String pattern) {
        List<String> words = new ArrayList<>(List.of("drift", "--placeholder", "word=note", "--ignore", pattern));
        words.addAll(List.of("--shadow-url", modules.connection().get(1)));
        words.addAll(modules.modulesOption());
        words.addAll(modules.connection());
        return Answer.of(words);
    }

    /** What an extension brings, also after it is updated or moved, is the extension's. */
    @Test
    void theObjectsOfAnExtensionAreItsOwn() throws SQLException {
        execute("ALTER EXTENSION pg_trgm SET SCHEMA beta");
        Answer answer = drift("");
        assertThat(answer.out())
                .as(answer.err())
                .contains("changed  extension pg_trgm: schema")
                .endsWith("\n1 difference.\n");
    }

    @Test
    void whatCannotBeBuiltAgainIsSaid() throws IOException {
        modules.delete("beta/V1__only.sql");
        modules.delete("beta/U1__only.sql");
        modules.write("alpha/R__views.sql", "CREATE OR REPLACE VIEW notes AS SELECT id, state FROM alpha.note;\n");
        Answer answer = drift("");
        assertThat(answer.out())
                .contains(
                        "not compared: beta: beta@1 is applied, but its file V1__only.sql is gone.",
                        "not compared: alpha: ",
                        "R__views.sql has changed since it ran",
                        "No drift in what was compared.");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void anEditedFileIsNotTakenForTheOneThatRan() throws IOException {
        modules.write("alpha/V2__second.sql", "CREATE TABLE two (id integer, x int);\n");
        Answer answer = drift(" --output json");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.json().path("differences")).isEmpty();
        assertThat(answer.json().at("/notCompared/0/code").asString()).isEqualTo("checksum-mismatch");
        assertThat(answer.json().at("/notCompared/1/module").asString()).isEqualTo("beta");
    }

    @Test
    void jsonHasTheMembersOfTheContract() throws SQLException {
        execute("ALTER TABLE alpha.one ADD COLUMN x int NOT NULL DEFAULT 5; DROP VIEW alpha.notes");
        Answer answer = drift(" --output json");
        JsonNode differences = answer.json().path("differences");
        assertThat(differences).as(answer.out()).hasSize(2);
        JsonNode view = differences.get(0);
        assertThat(view.path("module").asString()).isEqualTo("alpha");
        assertThat(view.path("kind").asString()).isEqualTo("view");
        assertThat(view.path("object").asString()).isEqualTo("alpha.notes");
        assertThat(view.path("change").asString()).isEqualTo("removed");
        assertThat(view.path("expected").asString()).contains("FROM alpha.note");
        assertThat(view.path("actual").isNull()).isTrue();
        JsonNode column = differences.get(1);
        assertThat(column.path("change").asString()).isEqualTo("added");
        assertThat(column.path("actual").asString()).isEqualTo("default 5, not null yes, type integer");
    }

    @Test
    void secretsAreHidden() throws SQLException {
        execute("CREATE FUNCTION alpha.f() RETURNS void LANGUAGE sql AS 'ALTER ROLE x PASSWORD ''verysecret'''");
        execute("COMMENT ON TABLE alpha.note IS 'postgres://me:verysecret@host/db'");
        for (String output : List.of("text", "json")) {
            Answer answer = drift(" --output " + output);
            assertThat(answer.status()).isEqualTo(3);
            assertThat(answer.out() + answer.err()).doesNotContain("verysecret");
        }
    }

    @Test
    void nothingIsWritten() throws SQLException {
        execute("DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database()"
                + " || ' SET default_transaction_read_only = on'; END $$");
        String before = written();
        assertThat(drift("").status()).isZero();
        assertThat(written()).isEqualTo(before);
    }

    /** The catalog, and how many transactions have changed something. */
    private String written() throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)" + " FROM pg_stat_user_tables")) {
            row.next();
            return row.getLong(1)
                    + CatalogReader.read(connection, Scope.wholeDatabase()).toString();
        }
    }

    @Test
    void aModuleAtItsBaseHasAnEmptySchema() throws SQLException {
        assertThat(modules.run("downgrade beta@base --placeholder word=note").status())
                .isZero();
        assertThat(drift("").out()).isEqualTo("No drift.\n");
        execute("CREATE TABLE beta.left_behind (id int)");
        assertThat(drift("").out()).contains("added    table beta.left_behind");
    }

    /** The other server is none, and says its version as one does. */
    @Test
    void aShadowOfAnotherVersionIsRefusedWithTheCommandThatHelps() throws IOException {
        int major = TestPostgres.shared().major();
        int other = major == 13 ? 14 : major - 1;
        try (FakeServer server = FakeServer.ofVersion(other + ".1")) {
            Answer answer = modules.run("drift --placeholder word=note --shadow-url postgres://postgres@"
                    + server.settings().address() + "/postgres?sslmode=disable");
            assertThat(answer.err())
                    .contains(
                            "error: shadow-version: The database is on PostgreSQL " + major
                                    + ", and the server of --shadow-url is PostgreSQL " + other + ": ",
                            " postgres:" + major + "; then: migrations drift --placeholder word=*** --modules ",
                            " --shadow-url postgres://postgres@127.0.0.1:5433/postgres\n")
                    .doesNotContain("sslmode");
            assertThat(answer.status())
                    .isEqualTo(ProblemCode.SHADOW_VERSION.exitStatus().number());
        }
    }

    @Test
    void aPatternThatBeginsWithNoKindIsRefused() {
        Answer answer = Answer.of(List.of("drift", "--ignore", "tabel alpha.x"));
        assertThat(answer.err()).contains("error: invalid-option: --ignore is 'tabel alpha.x'", "materialized view");
        assertThat(answer.status()).isEqualTo(2);
    }
}

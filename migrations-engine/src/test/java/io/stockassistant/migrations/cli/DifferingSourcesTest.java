package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferingSourcesTest {

    private static final String DUMP = """
            \\restrict 7fE
            SET client_encoding = 'UTF8';
            SELECT pg_catalog.set_config('search_path', '', false);
            CREATE SCHEMA alpha;
            CREATE SCHEMA beta;
            CREATE TABLE alpha.one (id integer CONSTRAINT pk_one_id PRIMARY KEY);
            CREATE TABLE alpha.two (id integer, note text DEFAULT '${no placeholder}');
            COPY alpha.two (id, note) FROM stdin;
            1\t\\N
            \\.
            CREATE TABLE beta.three (id integer REFERENCES alpha.one);
            \\unrestrict 7fE
            """;

    private Sources sources;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        sources = Sources.in(folder);
    }

    @AfterEach
    void end() {
        sources.close();
    }

    @Test
    void aDumpAndMigrationsDifferInWhatIsDifferent() throws IOException {
        Answer answer = sources.diff("migrations", sources.file("dump.sql", DUMP));
        assertThat(answer.out()).as(answer.err()).isEqualTo("  added    column alpha.two.note\n1 difference.\n");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(sources.diff(sources.file("dump.sql", DUMP), "migrations").out())
                .contains("removed  column alpha.two.note");
    }

    /** Histories and journal are in it. */
    @Test
    void aDumpOfADatabaseInUseIsASource() throws IOException {
        String journal = """
                CREATE SCHEMA migrations;
                CREATE TABLE migrations.run (id bigint NOT NULL, started timestamp with time zone);
                CREATE TABLE alpha.flyway_schema_history (installed_rank integer NOT NULL);
                """;
        Answer answer = sources.diff("migrations", sources.file("dump.sql", DUMP + journal));
        assertThat(answer.out()).as(answer.err()).isEqualTo("  added    column alpha.two.note\n1 difference.\n");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void whatIsTheSameHasNoDifferences() throws IOException {
        assertThat(sources.modules().run("upgrade").status()).isZero();
        for (String other : List.of(
                "migrations",
                sources.modules().modules().toString(),
                sources.url(sources.modules().database().name()))) {
            Answer answer = sources.diff("database", other);
            assertThat(answer.out()).as(other + answer.err()).isEqualTo("No differences.\n");
            assertThat(answer.status()).isZero();
        }
        assertThat(sources.diff(
                                sources.file(
                                        "dump.sql",
                                        DUMP.replace(", note text DEFAULT '${no placeholder}'", "")
                                                .replace("1\t\\N\n", "1\n")
                                                .replace("(id, note)", "(id)")),
                                "database")
                        .out())
                .isEqualTo("No differences.\n");
    }

    @Test
    void aDatabaseIsReadAsItIs() throws SQLException {
        assertThat(sources.modules().run("upgrade").status()).isZero();
        Sources.run(
                sources.modules().database(),
                "ALTER TABLE alpha.one ADD COLUMN x int; CREATE TABLE public.other (id int)");
        Answer answer = sources.diff("migrations", "database", "--output", "json");
        assertThat(answer.json().path("differences")).as(answer.out()).hasSize(2);
        assertThat(answer.json().at("/differences/0/object").asString()).isEqualTo("alpha.one.x");
        assertThat(answer.json().at("/differences/0/change").asString()).isEqualTo("added");
        assertThat(answer.json().at("/differences/1/module").isNull()).isTrue();
        assertThat(sources.diff("database", "migrations").out()).contains("removed  table public.other");
    }

    @Test
    void anEmptyFileIsAnEmptyDatabase() throws IOException {
        assertThat(sources.diff(sources.file("dump.sql", "\n"), "migrations").out())
                .contains("added    schema alpha\n", "added    schema beta\n", "2 differences.");
    }

    @Test
    void whatIsNoSourceIsRefused() throws IOException {
        assertThat(sources.diff("nowhere.sql", "migrations").err())
                .contains("error: invalid-option: 'nowhere.sql' is neither a file nor a folder");
        assertThat(sources.diff("models", "migrations").err()).contains("error: no-models: No module has models.");
        Answer failed = sources.diff(
                sources.file("dump.sql", "CREATE TABLE t (a int);\nCREATE TABLE t (b int);\n"), "migrations");
        assertThat(failed.err()).contains("dump.sql:2", "already exists");
        assertThat(failed.status()).isEqualTo(5);
        assertThat(sources.diff(sources.file("dump.sql", "\\! date\n"), "migrations")
                        .err())
                .contains("error: unsupported-statement");
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AScriptBetweenSourcesTest {

    private static final String ONE = """
            CREATE SCHEMA shop;
            CREATE SCHEMA old;
            CREATE TYPE shop.state AS ENUM ('new', 'paid');
            CREATE TABLE shop.orders (id int PRIMARY KEY, state shop.state, note text);
            CREATE TABLE old.t (id int);
            """;

    private static final String OTHER = """
            CREATE SCHEMA shop;
            CREATE SCHEMA "Billing";
            CREATE TYPE shop.state AS ENUM ('new', 'paid', 'sent');
            CREATE TABLE shop.orders (id int PRIMARY KEY, state shop.state NOT NULL DEFAULT 'sent');
            CREATE TABLE "Billing".invoice (id int PRIMARY KEY, order_id int REFERENCES shop.orders);
            CREATE FUNCTION "Billing".f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
            """;

    private static final String MIGRATIONS = """
            CREATE SCHEMA alpha;
            CREATE SCHEMA beta;
            CREATE TABLE alpha.one (id integer CONSTRAINT pk_one_id PRIMARY KEY);
            CREATE TABLE alpha.two (id integer, note text);
            CREATE TABLE beta.three (id integer REFERENCES alpha.one);
            """;

    private static final String EVERYTHING = """
            DROP SCHEMA public;
            CREATE SCHEMA shop;
            CREATE SCHEMA "More";
            COMMENT ON SCHEMA "More" IS 'what else there is';
            CREATE SCHEMA trgm;
            CREATE EXTENSION pg_trgm SCHEMA trgm;
            CREATE TYPE shop.state AS ENUM ('new', 'paid');
            CREATE DOMAIN "More".amount AS numeric(10, 2) CHECK (VALUE >= 0);
            CREATE SEQUENCE "More".numbers START 5;
            CREATE FUNCTION "More".next() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('"More".numbers') $$;
            CREATE TABLE shop.orders (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number bigint DEFAULT "More".next(),
                state shop.state DEFAULT 'new', price "More".amount, note text, UNIQUE (number));
            CREATE INDEX ix_note ON shop.orders USING gin (note trgm.gin_trgm_ops) WHERE state = 'paid';
            CREATE TABLE "More".log (id serial, day date, order_id bigint REFERENCES shop.orders) PARTITION BY RANGE (day);
            CREATE TABLE shop.log_1 PARTITION OF "More".log FOR VALUES FROM ('2020-01-01') TO ('2030-01-01');
            CREATE VIEW "More".paid AS SELECT id FROM shop.orders WHERE state = 'paid';
            CREATE MATERIALIZED VIEW shop.totals AS SELECT sum(price) FROM shop.orders;
            CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER touch BEFORE UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.touch();
            ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
            CREATE POLICY mine ON shop.orders USING (note = CURRENT_USER);
            GRANT SELECT ON shop.orders TO pg_monitor;
            GRANT USAGE ON SCHEMA shop TO PUBLIC;
            ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO pg_monitor;
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO pg_monitor;
            ALTER TABLE "More".log OWNER TO pg_monitor;
            ALTER VIEW "More".paid OWNER TO pg_monitor;
            CREATE PUBLICATION news FOR TABLE shop.orders;
            """;

    private final List<TestDatabase> databases = new ArrayList<>();
    private Sources sources;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        sources = Sources.in(folder);
    }

    @AfterEach
    void end() {
        sources.close();
        databases.forEach(TestDatabase::close);
    }

    private String script(String from, String to, String... more) {
        List<String> words = new ArrayList<>(List.of("--output", "sql"));
        words.addAll(List.of(more));
        Answer answer = sources.diff(from, to, words.toArray(String[]::new));
        assertThat(answer.status()).as(answer.err()).isZero();
        return answer.out();
    }

    /** A database in use, by its URL. */
    private String database(String sql) throws SQLException {
        TestDatabase database = TestPostgres.shared().newDatabase();
        databases.add(database);
        Sources.run(database, sql);
        return sources.url(database.name());
    }

    @Test
    void leadsThereAndBack() throws IOException, SQLException {
        String one = sources.file("one.sql", ONE);
        String other = sources.file("other.sql", OTHER);
        String live = database(ONE);
        Sources.run(databases.get(0), script(one, other));
        assertThat(sources.diff(live, other).out()).isEqualTo("No differences.\n");
        Sources.run(databases.get(0), script(one, other, "--reverse"));
        assertThat(sources.diff(one, live).out()).isEqualTo("No differences.\n");
    }

    @Test
    void isNothingButStatementsAndWhatTheyDo() throws IOException {
        String one = sources.file("one.sql", "CREATE SCHEMA s; CREATE TABLE s.t (a int, b text);");
        String other = sources.file("other.sql", "CREATE SCHEMA s; CREATE TABLE s.t (a int);");
        assertThat(script(one, other)).isEqualTo("""
                BEGIN;

                -- DATA_LOSS: All values of s.t.b are gone.
                -- IRREVERSIBLE: The way back makes it again without what was in it.
                -- BACKWARD_INCOMPATIBLE: Whoever still uses s.t.b fails.
                ALTER TABLE ONLY s.t
                \tDROP COLUMN b;

                COMMIT;
                """);
        assertThat(script(one, one)).isEmpty();
    }

    @Test
    void isInJsonWithBothDirections() throws IOException {
        String one = sources.file("one.sql", "CREATE SCHEMA s; CREATE TABLE s.t (a int, b text);");
        String other = sources.file("other.sql", "CREATE SCHEMA s; CREATE TABLE s.t (a int);");
        Answer answer = sources.diff(one, other, "--output", "json");
        assertThat(answer.json()).as(answer.out()).isEqualTo(Answer.parse("""
                {"schemaVersion": 1,
                 "forward": [{"sql": "ALTER TABLE ONLY s.t\\n\\tDROP COLUMN b;", "transactional": true,
                              "hazards": ["DATA_LOSS", "IRREVERSIBLE", "BACKWARD_INCOMPATIBLE"]}],
                 "reverse": [{"sql": "ALTER TABLE s.t\\n\\tADD COLUMN b text;", "transactional": true, "hazards": []}],
                 "proved": {"forward": true, "reverse": true},
                 "differences": [{"module": null, "kind": "column", "object": "s.t.b", "change": "removed",
                                  "expected": "type text", "actual": null}]}
                """));
        assertThat(answer.status()).isEqualTo(3);
        Answer same = sources.diff(one, one, "--output", "json");
        assertThat(same.json()).isEqualTo(Answer.parse("""
                {"schemaVersion": 1, "forward": [], "reverse": [], "proved": {"forward": true, "reverse": true},
                 "differences": []}
                """));
        assertThat(same.status()).isZero();
    }

    @Test
    void isProvedWhereRowsMayBeInItsWayAndSaysSo() throws IOException {
        String one = sources.file("one.sql", "CREATE SCHEMA s; CREATE TABLE s.t (a int);");
        String other = sources.file("other.sql", "CREATE SCHEMA s; CREATE TABLE s.t (a int NOT NULL UNIQUE);");
        assertThat(sources.diff(one, other, "--output", "json")
                        .json()
                        .at("/proved/forward")
                        .asBoolean())
                .isTrue();
        assertThat(script(one, other)).contains("-- DATA_DEPENDENT: Fails if s.t.a is null in any row.\n");
    }

    @Test
    void beginsAndEndsAtEveryKindOfSource() throws IOException, SQLException {
        assertThat(sources.modules().run("upgrade").status()).isZero();
        String dump = sources.file("dump.sql", "\\restrict 7fE\n" + MIGRATIONS + "\\unrestrict 7fE\n");
        String here = sources.url(sources.modules().database().name());
        for (String each : List.of(
                "migrations", "database", here, sources.modules().modules().toString())) {
            assertThat(script(each, dump)).as(each).isEqualTo("""
                    BEGIN;

                    ALTER TABLE alpha.two
                    \tADD COLUMN note text;

                    COMMIT;
                    """);
            assertThat(script(dump, each)).as(each).contains("DROP COLUMN note;");
        }
        Sources.run(sources.modules().database(), "ALTER TABLE alpha.two ADD COLUMN x int");
        assertThat(script("migrations", "database")).contains("\tADD COLUMN x integer;");
        assertThat(script("database", database(MIGRATIONS))).contains("ADD COLUMN note text;", "DROP COLUMN x;");
    }

    @Test
    void leavesHistoriesAndExtensionsAlone() throws IOException {
        Answer answer = sources.diff("migrations", sources.file("empty.sql", "\n"), "--output", "sql");
        assertThat(answer.out())
                .as(answer.err())
                .contains("DROP TABLE alpha.one;", "DROP TABLE beta.three;")
                .doesNotContain("DROP SCHEMA", "flyway_schema_history");
        assertThat(answer.err())
                .contains(
                        "schema alpha stays: it is everybody's, or holds a history or an extension.",
                        "schema beta stays");
        Answer extension = sources.diff(
                sources.file("trgm.sql", "CREATE EXTENSION pg_trgm;"),
                sources.file("empty.sql", "\n"),
                "--output",
                "sql");
        assertThat(extension.out()).isEmpty();
        assertThat(extension.err()).contains("extension pg_trgm stays: nobody knows who else needs it.");
        assertThat(script(sources.file("empty.sql", "\n"), sources.file("trgm.sql", "CREATE EXTENSION pg_trgm;")))
                .contains("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;");
    }

    @Test
    void buildsAllThatADatabaseInUseHas() throws IOException, SQLException {
        String full = database(EVERYTHING);
        String empty = database("");
        Sources.run(databases.get(1), script(empty, full));
        assertThat(sources.diff(full, empty).out()).isEqualTo("  added    schema public\n1 difference.\n");
        assertThat(script(full, sources.file("everything.sql", EVERYTHING.replace("DROP SCHEMA public;\n", ""))))
                .contains("CREATE SCHEMA public;")
                .doesNotContain("shop", "More");
        assertThat(script(full, sources.file("empty.sql", "\n")))
                .contains("DROP SCHEMA shop;", "DROP SCHEMA \"More\";", "DROP PUBLICATION news;")
                .doesNotContain("DROP SCHEMA trgm");
    }

    @Test
    void namesWhatNoStatementExpresses() throws IOException, SQLException {
        String one = sources.file("one.sql", "CREATE SCHEMA s; CREATE TABLE s.t (a int);");
        String other = sources.file(
                "other.sql",
                "CREATE SCHEMA s; CREATE TABLE s.t (a int, b int); CREATE FOREIGN DATA WRAPPER elsewhere;");
        Answer answer = sources.diff(one, other, "--output", "sql");
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains(
                        "error: inexpressible-difference: There is no forward script, since no statement is known for this:",
                        "\n  foreign-data wrapper elsewhere\n");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(sources.diff(one, other, "--output", "json")
                        .json()
                        .at("/error/code")
                        .asString())
                .isEqualTo("inexpressible-difference");
        assertThat(sources.diff(one, other).out()).contains("added    column s.t.b", "2 differences.");

        String live = database("CREATE SCHEMA s; CREATE TABLE s.t (a int)");
        Sources.run(databases.get(0), "ALTER DATABASE \"" + databases.get(0).name() + "\" SET work_mem = '8MB'");
        assertThat(sources.diff(live, database("CREATE SCHEMA s; CREATE TABLE s.t (a int)"), "--output", "sql")
                        .err())
                .contains("error: inexpressible-difference", "database: settings");
        assertThat(script(live, one)).isEmpty();
    }

    @Test
    void namesWhatOfADatabaseInUseCannotBeBuiltAgain() throws IOException, SQLException {
        String live =
                database("CREATE FOREIGN DATA WRAPPER elsewhere; CREATE SERVER there FOREIGN DATA WRAPPER elsewhere;"
                        + " CREATE FOREIGN TABLE public.far (a int) SERVER there;");
        Answer answer = sources.diff(live, "migrations", "--output", "sql");
        assertThat(answer.err())
                .contains(
                        "error: not-comparable: A script is written and proven on throw-away databases", "public.far");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(sources.diff(live, "migrations").out()).contains("removed  foreign table public.far");
        String wrapper = database("CREATE FOREIGN DATA WRAPPER elsewhere;");
        assertThat(sources.diff(sources.file("empty.sql", "\n"), wrapper, "--output", "json")
                        .json()
                        .at("/error/message")
                        .asString())
                .contains("databases, and this cannot be built there", "foreign-data wrapper elsewhere");
    }

    @Test
    void ofSourcesThatAreNoneIsRefused() throws IOException {
        String one = sources.file("one.sql", "CREATE TABLE t (a int);");
        assertThat(sources.diff("nowhere.sql", one, "--output", "sql").err())
                .contains("error: invalid-option: 'nowhere.sql'");
        Answer broken = sources.diff(
                one,
                sources.file("broken.sql", "CREATE TABLE a (a int);\n\nCREATE TABLE b (a none);\n"),
                "--output",
                "sql");
        assertThat(broken.err()).contains("error: failed-migration", "broken.sql:3");
        assertThat(broken.status()).isEqualTo(5);
        assertThat(sources.diff(
                                one,
                                sources.file("psql.sql", "CREATE TABLE a (a int);\n\\copy a FROM b\n"),
                                "--output",
                                "sql")
                        .err())
                .contains("error: unsupported-statement", "psql.sql:2", "\\copy");
        Answer unreachable = sources.diff(one, "postgres://127.0.0.1:1/none", "--output", "json");
        assertThat(unreachable.json().at("/error/code").asString()).isEqualTo("database-unreachable");
        assertThat(unreachable.status()).isEqualTo(4);
        assertThat(sources.diff(one, one, "--reverse").err())
                .contains("error: invalid-option: --reverse is about the script");
        assertThat(sources.modules().run("status --output sql").err())
                .contains("error: invalid-option: 'sql' is an output of 'diff' alone");
    }
}

package io.stockassistant.migrations.squash;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestShadow;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
                Arguments.of(
                        "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;"
                                + " CREATE FOREIGN TABLE ft (a int) SERVER s",
                        "foreign table shop.ft"),
                Arguments.of(
                        "CREATE COLLATION c (provider = libc, locale = 'C'); CREATE TABLE t (a text COLLATE c)",
                        "The baseline of shop does not run"),
                Arguments.of("CREATE TABLE t (a int); INSERT INTO t VALUES (random() * 1e9)", "column shop.t.a"),
                Arguments.of("CREATE ROLE squash_test_role", "squash_test_role"),
                Arguments.of("CREATE TABLE t (a text DEFAULT '${env}')", "${env}"),
                Arguments.of("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC", "default privileges"));
    }

    /** One script: a squash says all of them at once. */
    @Test
    void nothingOfWhatStandsInNoTableIsLostInSilence() throws SQLException {
        folders.file("shop/V1__odd.sql", """
                CREATE TABLE t (a int);
                SELECT lo_create(0), lo_from_bytea(0, 'abc');
                CREATE PUBLICATION pub FOR TABLE t;
                CREATE TRANSFORM FOR int LANGUAGE sql
                    (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
                CREATE FUNCTION et() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER etr ON sql_drop EXECUTE FUNCTION et();
                CREATE FOREIGN DATA WRAPPER w; CREATE SERVER srv FOREIGN DATA WRAPPER w;
                CREATE USER MAPPING FOR CURRENT_USER SERVER srv;
                CREATE TYPE pair AS (a int, b int);
                CREATE FUNCTION as_text(pair) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
                CREATE CAST (pair AS text) WITH FUNCTION as_text(pair);
                CREATE OPERATOR CLASS oc FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=,
                    OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
                ALTER OPERATOR FAMILY pg_catalog.integer_ops USING hash ADD FUNCTION 1 (oid, oid) hashoid(oid);
                CREATE TEXT SEARCH CONFIGURATION tsc (COPY = simple); CREATE TEXT SEARCH DICTIONARY tsd (TEMPLATE = simple);
                CREATE COLLATION col (provider = libc, locale = 'C');
                CREATE CONVERSION conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
                CREATE ACCESS METHOD am2 TYPE TABLE HANDLER heap_tableam_handler;
                REVOKE EXECUTE ON FUNCTION pg_sleep(double precision) FROM PUBLIC;
                """);
        folders.file("shop/V2__sub.sql", """
                CREATE SUBSCRIPTION sub CONNECTION 'dbname=nowhere' PUBLICATION p
                    WITH (connect = false, slot_name = NONE, enabled = false);
                """);
        assertThat(folders.refusal(null, "shop"))
                .contains(
                        "large object no. 1 is missing",
                        "large object no. 2 is missing",
                        "publication pub",
                        "subscription sub",
                        "transform for integer",
                        "event trigger etr",
                        "foreign-data wrapper w",
                        "server srv",
                        "user mapping",
                        "cast (shop.pair AS pg_catalog.text)",
                        "operator class shop.oc",
                        "of operator family integer_ops",
                        "text search configuration shop.tsc",
                        "text search dictionary shop.tsd",
                        "collation shop.col",
                        "conversion shop.conv",
                        "access method am2",
                        "rights on function pg_catalog.pg_sleep");
        assertThat(leftBehind()).isEmpty();
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

    /** A server drops no database that has a subscription. */
    private List<String> leftBehind() throws SQLException {
        List<String> names = new ArrayList<>();
        try (var database = shadow.create();
                var connection = database.open("");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT d.datname FROM pg_database d JOIN pg_subscription s"
                        + " ON s.subdbid = d.oid WHERE s.subname = 'sub'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
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

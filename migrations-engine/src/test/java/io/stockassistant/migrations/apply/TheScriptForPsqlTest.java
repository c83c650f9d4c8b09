package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.Psql;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What psql makes of a script that was written down, beside what a run makes of the same plan. */
final class TheScriptForPsqlTest {

    private static final String ROWS =
            "SELECT installed_rank, version, description, type, script, checksum, success FROM"
                    + " %s.flyway_schema_history ORDER BY installed_rank";
    private static final String STEPS =
            "SELECT position, module, version, description, direction, outcome, sqlstate FROM"
                    + " migrations.step ORDER BY run_id, position";

    @RegisterExtension
    private final Scene scene = new Scene();

    private TestDatabase byPsql;

    /**
     * A way from somewhere to somewhere.
     *
     * @param before what both databases are upgraded to first; nothing for an empty one
     * @param from the places that the script is told, or nothing: then it looks
     */
    private record Way(List<String> before, List<String> from, boolean down, String target) {
        @Override
        public String toString() {
            return (down ? "down " : "up ") + String.join(" ", from) + ":" + target + " after " + before;
        }
    }

    static Stream<Way> ways() {
        List<String> empty = List.of();
        List<String> head = List.of("heads");
        return Stream.of(
                new Way(empty, List.of("base"), false, "heads"),
                new Way(empty, empty, false, "heads"),
                new Way(empty, List.of("base"), false, "shop@20260201000000"),
                new Way(List.of("data@20260101000000"), empty, false, "heads"),
                new Way(
                        List.of("shop@20260201000000"),
                        List.of("shop@20260201000000", "data@20260103000000"),
                        false,
                        "heads"),
                new Way(
                        List.of("data@20260103000000", "shop@20260201000000"),
                        List.of("shop@20260201000000"),
                        false,
                        "shop"),
                new Way(head, List.of("head"), true, "base"),
                new Way(head, empty, true, "base"),
                new Way(head, List.of("shop@head"), true, "shop@20260201000000"),
                new Way(head, empty, true, "-3"));
    }

    @BeforeEach
    void write() {
        byPsql = TestPostgres.shared().newDatabase();
        scene.modules()
                .module("data")
                .migration(
                        "data",
                        "20260101000000__items",
                        "create table items (id int primary key, note text default 'a;b'); insert into items values"
                                + " (1, 'it''s'), (2, E'back\\\\slash');\n-- the end",
                        "drop table items;")
                .migration(
                        "data",
                        "20260103000000__kinds",
                        "set role none; create type kind as enum ('a');\ncreate function f() returns int as $$ select 1;"
                                + " select 2 $$ language sql",
                        "drop function f;\ndrop type kind;")
                .module("shop", "depends-on=data")
                .migration("shop", "20260201000000__sales", """
                        -- depends-on: data@20260101000000
                        create table sales (id int, item int references data.items);
                        copy sales (id, item) from stdin;
                        1\t1
                        2\t\\N
                        \\.
                        set local search_path = public;
                        """, "drop table sales;")
                .migration(
                        "shop",
                        "20260202000000__index",
                        "create index concurrently sales_item on sales (item);",
                        "drop index concurrently sales_item;")
                .migration(
                        "shop",
                        "20260203000000__note",
                        "alter table sales add note text;",
                        "drop view if exists v;\nalter table sales drop note;")
                .file("shop/R__v.sql", "create or replace view v as select id, note from sales;")
                .file("shop/R__a comment.sql", "comment on table sales is '${flyway:defaultSchema}';");
    }

    @AfterEach
    void end() {
        byPsql.close();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void leavesTheSameDatabaseAsARun(Way way) throws SQLException {
        Runs other = Runs.on(byPsql, scene.modules()::migrations);
        if (!way.before().isEmpty()) {
            scene.up(way.before().toArray(String[]::new));
            other.up(way.before().toArray(String[]::new));
        }
        String script = script(way);
        assertThat(way.down() ? scene.down(way.target()) : scene.up(way.target()))
                .isInstanceOf(ApplyReport.Applied.class);

        Psql.Result result = Psql.type(byPsql, byPsql.name(), script);
        assertThat(result.status()).as(result.output() + script).isZero();

        assertThat(catalog(byPsql)).isEqualTo(scene.catalog());
        for (String module : List.of("data", "shop")) {
            if (scene.rows("SELECT to_regclass('" + module + ".flyway_schema_history')")
                    .equals(List.of("null"))) {
                continue;
            }
            assertThat(rows(byPsql, String.format(ROWS, module))).isEqualTo(scene.rows(String.format(ROWS, module)));
            StockFlyway flyway = StockFlyway.on(
                    byPsql, module, "filesystem:" + scene.modules().folder(module));
            assertThat(flyway.validate()).isEmpty();
        }
        assertThat(rows(byPsql, STEPS)).isEqualTo(scene.rows(STEPS));
        assertThat(other.history().toString().replaceAll("installed(On|By)=[^,]*|millis=\\d+", ""))
                .isEqualTo(scene.runs().history().toString().replaceAll("installed(On|By)=[^,]*|millis=\\d+", ""));

        assertThat(Psql.type(byPsql, byPsql.name(), script))
                .as("typed a second time")
                .satisfies(again -> assertThat(again.status()).isNotZero())
                .satisfies(again -> assertThat(again.output()).contains("written for another state of module"));
    }

    @Test
    void refusesADatabaseThatIsSomewhereElse() throws SQLException {
        String script = script(new Way(List.of(), List.of("base"), false, "heads"));
        Runs.on(byPsql, scene.modules()::migrations).up("data@20260101000000");
        List<String> before = catalog(byPsql);
        Psql.Result result = Psql.type(byPsql, byPsql.name(), script);
        assertThat(result.status()).isNotZero();
        assertThat(result.output()).contains("module data", "applied here: 20260101000000; expected: nothing");
        assertThat(catalog(byPsql)).isEqualTo(before);
    }

    @Test
    void refusesWhatLacksADependency() throws SQLException {
        String script = script(new Way(List.of(), List.of("shop@base"), false, "shop@20260201000000"));
        Runs.on(byPsql, scene.modules()::migrations).up("data@20260101000000");
        Runs.on(byPsql, scene.modules()::migrations).down("data@base");
        Psql.Result result = Psql.type(byPsql, byPsql.name(), script);
        assertThat(result.status()).isNotZero();
        assertThat(result.output()).contains("this script needs data@20260101000000, which is not applied");
    }

    @Test
    void takesOverWhatWasSquashedAndNothingElse() throws SQLException {
        Runs.on(byPsql, scene.modules()::migrations).up("data");
        String lines = String.join(
                "",
                rows(
                        byPsql,
                        "SELECT '-- replaces: ' || version || ' ' || checksum || E'\\n' FROM data.flyway_schema_history"));
        scene.modules().file("data/B20260103000000__all.sql", lines + "create table items (id int primary key);");
        String script = script(new Way(List.of(), List.of(), false, "data"));
        try (Connection connection = byPsql.connect()) {
            Sql.execute(
                    connection,
                    "UPDATE data.flyway_schema_history SET checksum = 4711 WHERE version = '20260101000000'");
        }
        Psql.Result refused = Psql.type(byPsql, byPsql.name(), script);
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output())
                .contains("module data: 20260101000000 was applied from another file than the one that was squashed");
        assertThat(rows(byPsql, "SELECT type FROM data.flyway_schema_history")).doesNotContain("BASELINE");
    }

    @ParameterizedTest
    @ValueSource(longs = {RunLock.KEY, RunLock.STEP_KEY})
    void refusesToRunBesideAnother(long key) throws SQLException {
        String script = script(new Way(List.of(), List.of("base"), false, "heads"));
        try (Connection connection = byPsql.connect()) {
            Sql.execute(connection, "SELECT pg_advisory_lock_shared(" + key + ")");
            Psql.Result result = Psql.type(byPsql, byPsql.name(), script);
            assertThat(result.status()).isNotZero();
            assertThat(result.output()).contains("another run is at work in this database");
        }
    }

    @Test
    void stopsAtAFailureWithTheStepRolledBack() throws SQLException {
        scene.modules()
                .migration("shop", "20260204000000__bad", "create table x ();\nselect nonsense;", "drop table x;");
        String script = script(new Way(List.of(), List.of("base"), false, "heads"));
        Psql.Result result = Psql.type(byPsql, byPsql.name(), script);
        assertThat(result.status()).isNotZero();
        assertThat(rows(byPsql, "SELECT version FROM shop.flyway_schema_history ORDER BY 1"))
                .containsExactly("20260201000000", "20260202000000", "20260203000000");
        assertThat(rows(byPsql, "SELECT to_regclass('shop.x')")).containsExactly("null");
    }

    private String script(Way way) throws SQLException {
        return ScriptForPsql.of(scene, byPsql, way.from(), way.down(), way.target());
    }

    private static List<String> catalog(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new ArrayList<>(Catalog.of(connection));
        }
    }

    private static List<String> rows(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect()) {
            return Sql.rows(connection, query);
        }
    }
}

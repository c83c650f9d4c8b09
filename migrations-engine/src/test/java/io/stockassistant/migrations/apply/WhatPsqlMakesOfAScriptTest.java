package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.Psql;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where psql and the server read one text in two ways, and what the script leaves behind. */
class WhatPsqlMakesOfAScriptTest {

    private static final String ROWS = "SELECT installed_rank, version, description, type, script, checksum, success"
            + " FROM shop.flyway_schema_history ORDER BY installed_rank";

    @RegisterExtension
    private final Scene scene = new Scene();

    private final TestDatabase byPsql = TestPostgres.shared().newDatabase();
    private final String user = byPsql.name() + "_user";

    @BeforeEach
    void write() throws SQLException {
        Shop.writeTo(scene.modules());
        scene.execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + byPsql.password() + "'");
    }

    @AfterEach
    void end() throws SQLException {
        byPsql.close();
        scene.execute("DROP ROLE " + user);
    }

    @Test
    void letters() throws SQLException {
        scene.modules()
                .upgrade(
                        "shop",
                        "5__letters",
                        "create table letters (id int generated always as identity, text text); -- it's :USER \\!\n"
                                + "insert into letters (text) values ('l1\r\nl2'), (E'\\\\ :USER \\n'), ($$\\! :USER\r\n"
                                + "$$), (/* :'USER' \\q */ ':USER'), (U&'d\\0061t');\r\n"
                                + "insert into letters (text) select (array['a','b','c'])[1:\"PORT\"]::text from"
                                + " (select 2 as \"PORT\") p;\n"
                                + "insert into letters (text) select (array['a','b','c'])[ENCODING:ENCODING]::text from"
                                + " (select 2 as encoding) e;\n"
                                + "insert into letters (text) select (array['a','b','c'])[:2]::text;\n"
                                + "copy letters (text) from stdin;\r\nx\\ty:USER\r\n\\\\q\r\n\\.\r\n"
                                + "copy letters (text) from stdin;\n:USER\n\\.\n"
                                + "copy letters (text) from stdin;\r\n\\.\r\n");
        scene.up();
        type("\\set 2 '3:3'\n" + ScriptForPsql.up(scene, "heads", "base"));
        String letters = "SELECT id, text FROM shop.letters ORDER BY id";
        assertThat(rows(letters)).hasSize(11).isEqualTo(scene.rows(letters));
        assertThat(rows(ROWS)).isEqualTo(scene.rows(ROWS));
    }

    @Test
    void aSessionThatGoesOn() throws SQLException {
        String said = type(ScriptForPsql.up(scene, "shop@3", "base") + ScriptForPsql.up(scene, "shop@4", "shop@3")
                + "SELECT 'locks: ' || count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid();");
        assertThat(said).contains("locks: 0");
    }

    @Test
    void aSessionThatCommitsNothingByItself() throws SQLException {
        type("\\set AUTOCOMMIT off\n" + ScriptForPsql.up(scene, "heads", "base"));
        assertThat(rows("SELECT outcome, ended_at IS NOT NULL FROM migrations.run"))
                .containsExactly("done|t");
    }

    @Test
    void repeatablesOfWhichNobodyKnowsWhetherTheyHaveChanged() throws SQLException {
        scene.modules()
                .module("other")
                .file("other/R__o.sql", "select 1;")
                .file("shop/R__a.sql", "comment on table items is 'a';")
                .file("shop/R__b.sql", "comment on column items.id is 'b';");
        scene.up("heads");
        Runs.on(byPsql, scene.modules()::migrations).up("heads");
        String unchanged = ScriptForPsql.up(scene, "heads", "shop@head");
        assertThat(unchanged).contains("-- up shop@R__a: a\n", "-- up shop@R__b: b\n");
        assertThat(unchanged).as("a module that nobody named").doesNotContain("other@");
        assertThat(ScriptForPsql.up(scene, "heads", "shop@1"))
                .contains("-- up shop@4: index\n", "-- up shop@R__a: a\n");
        assertThat(ScriptForPsql.up(scene, "shop@3", "shop@1")).doesNotContain("R__");
        assertThat(ScriptForPsql.up(scene, "heads", "base")).contains("-- up other@R__o: o\n");

        scene.modules()
                .file("shop/R__a.sql", "comment on table items is 'a2';")
                .file("shop/R__b.sql", "comment on column items.id is 'b2';");
        scene.up("heads");
        type(ScriptForPsql.up(scene, "heads", "shop@head"));
        assertThat(rows(ROWS)).hasSize(8).isEqualTo(scene.rows(ROWS));
        try (Connection connection = byPsql.connect()) {
            assertThat(Catalog.of(connection)).isEqualTo(scene.catalog());
        }
    }

    @Test
    void aUserWhoMayNotKeepAJournal() throws SQLException {
        execute("CREATE SCHEMA shop AUTHORIZATION " + user);
        String said = typeAsUser(ScriptForPsql.up(scene, "shop@3", "base"));
        assertThat(said).contains("the journal is not kept: permission denied for database");
        typeAsUser(ScriptForPsql.up(scene, "shop@4", "shop@3"));
        typeAsUser(ScriptForPsql.of(scene, byPsql, List.of("shop@head"), true, "shop@2"));
        assertThat(rows("SELECT to_regnamespace('migrations')")).containsExactly("null");
        assertThat(rows("SELECT type, version, success FROM shop.flyway_schema_history ORDER BY installed_rank"))
                .containsExactly("SQL|1|t", "SQL|2|t", "SQL|3|t", "SQL|4|t", "DELETE|4|t", "DELETE|3|t");
    }

    @Test
    void aUserWhoMayNotWriteTheJournalOfOthers() throws SQLException {
        Runs.on(byPsql, scene.modules()::migrations).up("shop@1");
        execute("DROP SCHEMA shop CASCADE; CREATE SCHEMA shop AUTHORIZATION " + user
                + "; GRANT USAGE ON SCHEMA migrations TO " + user + "; UPDATE migrations.run SET outcome = 'running'");
        assertThat(typeAsUser(ScriptForPsql.up(scene, "heads", "base")))
                .contains("the journal is not kept: permission denied for");
        assertThat(rows("SELECT count(*) FROM migrations.step")).containsExactly("1");
        assertThat(rows("SELECT outcome FROM migrations.run")).containsExactly("running");
    }

    private String type(String script) {
        return type(byPsql.user(), script);
    }

    private String typeAsUser(String script) {
        return type(user, script);
    }

    private String type(String name, String script) {
        Psql.Result result = Psql.type(byPsql, name, byPsql.name(), script);
        assertThat(result.status()).as(result.output() + script).isZero();
        return result.output();
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = byPsql.connect()) {
            return Sql.rows(connection, query);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = byPsql.connect()) {
            Sql.execute(connection, sql);
        }
    }
}

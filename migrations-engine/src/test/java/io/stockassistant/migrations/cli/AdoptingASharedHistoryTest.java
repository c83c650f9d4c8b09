package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What {@code adopt} says and does, to people, to programs, and to somebody who mistypes. */
final class AdoptingASharedHistoryTest {

    private static final String SHARED = "public.flyway_schema_history";

    private static final Shape SHAPE = Shape.of("""
            {"schemaVersion":"number","outcome":"string","from":"string",
             "modules":[{"module":"string","history":"string",
                         "rows":[{"rank":"number","version":"string|null","type":"string","script":"string"}]}],
             "left":[{"rank":"number","version":"string|null","type":"string","script":"string","why":"string"}]}""");

    private record Case(List<String> options, int status, String code, String words) {
        @Override
        public String toString() {
            return String.join(" ", options);
        }
    }

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void shareOneHistory() throws IOException, SQLException {
        modules = new TwoModules(folder);
        modules.delete("beta/V1__only.sql");
        modules.delete("beta/U1__only.sql");
        modules.write("beta/V3__only.sql", "CREATE TABLE three (id integer);\n");
        assertThat(modules.run("upgrade").status()).isZero();
        execute("CREATE TABLE " + SHARED + " (LIKE alpha.flyway_schema_history INCLUDING ALL)");
        execute("INSERT INTO " + SHARED + " (SELECT * FROM alpha.flyway_schema_history)");
        execute("INSERT INTO " + SHARED
                + " SELECT 3, version, description, type, script, checksum, installed_by, installed_on, execution_time,"
                + " success FROM beta.flyway_schema_history");
        execute("INSERT INTO " + SHARED + " VALUES (0, NULL, '<< Flyway Schema Creation >>', 'SCHEMA', '\"public\"',"
                + " NULL, 'ann', now(), 0, true)");
        execute("DROP TABLE alpha.flyway_schema_history, beta.flyway_schema_history");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void asksAndDoesNothingWhereNobodyCanAnswer() throws SQLException {
        List<String> before = tables();
        Answer answer = modules.run("adopt --from " + SHARED);
        assertThat(answer.status()).isEqualTo(6);
        assertThat(answer.err().lines())
                .containsExactly(
                        "module  history                      rows  newest",
                        "alpha   alpha.flyway_schema_history  2     V2__second.sql",
                        "beta    beta.flyway_schema_history   1     V3__only.sql",
                        "left behind: row 0 (SCHEMA, \"public\"): it says which schemas Flyway created",
                        "error: confirmation-required: Nothing was changed: the histories of 2 modules would be"
                                + " written.",
                        "  help: Repeat the command with --yes.");
        assertThat(answer.out()).isEmpty();
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void showsWhatItWouldDoInADryRun() throws SQLException {
        List<String> before = tables();
        Answer answer = modules.run("adopt --dry-run --from " + SHARED);
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("alpha.flyway_schema_history  2 ", "left behind: row 0", "--yes instead");
        assertThat(modules.run("adopt --dry-run --output json --from " + SHARED)
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("dry-run");
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void leavesTheModulesAtTheirHeads() {
        Answer answer = modules.run("adopt --yes --from " + SHARED);
        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .isEqualTo("Adopted: 3 rows in the histories of 2 modules. " + SHARED
                        + " is as it was, and no longer needed.\n");
        assertThat(modules.run("status").status()).isZero();
        assertThat(modules.run("upgrade").out()).startsWith("Nothing to do");
    }

    @Test
    void isInTheJournal() {
        assertThat(modules.run("adopt --dry-run --from " + SHARED).status()).isZero();
        assertThat(modules.run("adopt --yes --from " + SHARED).status()).isZero();
        assertThat(modules.run("history beta --journal --verbose").out().replaceAll("\\d+(\\.\\d)? m?s\\b", "T"))
                .contains("  adopt --yes --from " + SHARED + " ", "  done     2/2    T\n")
                .endsWith("""
                              adopt alpha@2 done in T: 2 rows of SHARED to alpha.flyway_schema_history
                              adopt beta@3 done in T: 1 row of SHARED to beta.flyway_schema_history
                        """.replace("SHARED", SHARED));
        JsonNode last = modules.run("history --journal --output json").json().at("/runs/1");
        assertThat(last.path("direction").asString()).isEqualTo("adopt");
        assertThat(last.path("planHash").isNull()).isTrue();
    }

    @Test
    void saysTheSameInJson() {
        Answer answer = modules.run("adopt --yes --output json --from " + SHARED);
        assertThat(SHAPE.differences(answer.json())).isEmpty();
        assertThat(answer.json().path("outcome").asString()).isEqualTo("adopted");
        assertThat(answer.json().path("modules").size()).isEqualTo(2);
        assertThat(answer.json().path("left").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Odd Name", "it's", "a.b", "x\"; DROP SCHEMA alpha CASCADE; --", "'); DROP TABLE t; --"})
    void findsATableOfAnyName(String name) throws SQLException {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        execute("CREATE SCHEMA " + quoted);
        execute("ALTER TABLE " + SHARED + " SET SCHEMA " + quoted);
        execute("ALTER TABLE " + quoted + ".flyway_schema_history RENAME TO " + quoted);
        Answer answer = run(List.of("--yes", "--from", quoted + "." + quoted));
        assertThat(answer.err()).doesNotContain("error:");
        assertThat(answer.status()).isZero();
        assertThat(modules.run("status").status()).isZero();
    }

    static Stream<Case> mistakes() {
        String help = "--from public.flyway_schema_history";
        return Stream.of(
                new Case(List.of("--yes"), 2, "invalid-option", "Missing required option: '--from"),
                from("", 2, "invalid-option", help),
                from("nope", 2, "invalid-option", help),
                from("a.b.c", 2, "invalid-option", help),
                from(".b", 2, "invalid-option", help),
                from("\"a\"b\".c", 2, "invalid-option", help),
                from("\"a.b", 2, "invalid-option", help),
                from("public.nope", 2, "no-history", "There is: " + SHARED + "."),
                from("nope.flyway_schema_history", 2, "no-history", "There is: " + SHARED + "."),
                from("public.FLYWAY_SCHEMA_HISTORY", 2, "no-history", "There is: " + SHARED + "."),
                from("alpha.one", 2, "no-history", "There is: " + SHARED + "."),
                from("public.a_view", 2, "no-history", "There is: " + SHARED + "."),
                from("pg_catalog.pg_class", 2, "no-history", "There is: " + SHARED + "."),
                from("public.x'; DROP SCHEMA alpha CASCADE; --", 2, "no-history", "DROP SCHEMA alpha"),
                from("public.x\u0000y", 2, "no-history", "There is"),
                options(2, "invalid-option", "should be SCRIPT=MODULE", "--assign", "V1__first.sql"),
                options(2, "invalid-option", "should be SCRIPT=MODULE", "--assign", "=alpha"),
                options(2, "unknown-module", "There is no module 'gamma'", "--assign", "V1__first.sql=gamma"),
                options(2, "unknown-module", "There is no module ''", "--assign", "V1__first.sql="),
                options(2, "invalid-option", "to alpha and to beta", "--assign", "V=alpha", "--assign", "V=beta"),
                options(3, "missing-file", "has no file V1__first.sql", "--assign", "V1__first.sql=beta"),
                options(2, "invalid-option", "no row of the script 'first.sql'", "--ignore", "first.sql"),
                options(2, "invalid-option", "no row of the script 'x'", "--assign", "x=alpha"));
    }

    private static Case from(String table, int status, String code, String words) {
        return new Case(List.of("--yes", "--from", table), status, code, words);
    }

    private static Case options(int status, String code, String words, String... more) {
        List<String> options = new ArrayList<>(List.of("--yes", "--from", SHARED));
        options.addAll(List.of(more));
        return new Case(options, status, code, words);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesWhatIsWrongAndChangesNothing(Case one) throws SQLException {
        execute("CREATE VIEW public.a_view AS SELECT * FROM " + SHARED);
        List<String> before = tables();
        Answer answer = run(one.options());
        assertThat(answer.err())
                .contains("error: " + one.code() + ": ", one.words())
                .doesNotContain("\tat ", "Exception");
        assertThat(answer.status()).isEqualTo(one.status());
        assertThat(answer.out()).isEmpty();
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void refusesAVersionThatIsNone() throws SQLException {
        execute("UPDATE " + SHARED + " SET version = 'x''; --' WHERE installed_rank = 2");
        Answer answer = modules.run("adopt --yes --from " + SHARED);
        assertThat(answer.err()).startsWith("error: inconsistent-history: The version 'x'; --' in row 2 of " + SHARED);
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void saysThatAnEditedFileWasEdited() throws IOException {
        modules.write("alpha/V2__second.sql", "CREATE TABLE two (id bigint);\n");
        Answer answer = modules.run("adopt --yes --from " + SHARED);
        assertThat(answer.err()).startsWith("error: checksum-mismatch: V2__second.sql of module alpha is not what was");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void guessesThatAFileWasRenamed() throws IOException {
        modules.delete("alpha/V2__second.sql");
        modules.delete("alpha/U2__second.sql");
        modules.write("alpha/V2__other.sql", "CREATE TABLE two (id integer);\n");
        Answer answer = modules.run("adopt --yes --from " + SHARED);
        assertThat(answer.err())
                .startsWith(
                        "error: unadoptable: No module has the script of row 2 (SQL, V2__second.sql). It looks as if"
                                + " it had been renamed to V2__other.sql of module alpha.");
    }

    @Test
    void leavesBehindWhatItIsToldTo() throws IOException {
        modules.delete("beta/V3__only.sql");
        assertThat(modules.run("adopt --yes --from " + SHARED).err())
                .contains("help: Put the file into its module; or say whose it is with --assign V3__only.sql=MODULE;"
                        + " or leave it behind with --ignore V3__only.sql.");
        Answer answer = modules.run("adopt --yes --ignore V3__only.sql --from " + SHARED);
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).startsWith("Adopted: 2 rows in the histories of 1 module. ");
    }

    private Answer run(List<String> options) {
        List<String> args = new ArrayList<>(List.of("adopt"));
        args.addAll(options);
        args.addAll(modules.modulesOption());
        args.addAll(modules.connection());
        return Answer.of(args);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> tables() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT n.nspname || '.' || c.relname FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_'"
                        + " AND n.nspname <> 'information_schema' ORDER BY 1")) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}

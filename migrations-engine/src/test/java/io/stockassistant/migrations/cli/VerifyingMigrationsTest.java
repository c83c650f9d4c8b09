package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two modules, one of which has something that a proof finds, or has to say something about. */
class VerifyingMigrationsTest {

    private TwoModules modules;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private Answer verify(String more) {
        return modules.run("verify" + more + " --shadow-url postgres://"
                + modules.database().host() + ":" + modules.database().port() + "/postgres");
    }

    private void migration(String name, String up, String down) throws IOException {
        String[] parts = name.split("/", 2);
        modules.write(parts[0] + "/V" + parts[1] + ".sql", up + ";\n");
        modules.write(parts[0] + "/U" + parts[1] + ".sql", down + ";\n");
    }

    @Test
    void whatIsAsItShouldBeIsProven() {
        Answer answer = verify(" --all");
        assertThat(answer.status()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out())
                .contains(
                        "  up, down, up  alpha@1\n",
                        "  up, down, up  beta@1\n",
                        "  from empty: alpha alone\n",
                        "  back and up again beside the others: alpha (3 steps)\n",
                        "Proved 3 migrations, nothing found.\n");
    }

    @Test
    void onlyWhatIsPendingIsProvenWithoutAll() throws IOException {
        assertThat(modules.run("upgrade alpha@1").status()).isZero();
        Answer answer = verify("");
        assertThat(answer.status()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out()).doesNotContain("up, down, up  alpha@1").contains("Proved 2 migrations");
        assertThat(modules.run("current").out()).as("nothing was done").contains("1");
        assertThat(verify(" alpha").out()).contains("Proved 1 migration, nothing found.");
    }

    @Test
    void anUndoThatLeavesSomethingBehindIsFound() throws IOException {
        migration(
                "alpha/3__third",
                "CREATE TABLE third (id int); CREATE INDEX ix ON one (id); ALTER TABLE two ALTER id SET NOT NULL",
                "DROP TABLE third");
        Answer answer = verify(" --all");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .contains(
                        "error: undo-differs: After alpha@3 has gone up and down",
                        "  added    index alpha.ix\n",
                        "  changed  column alpha.two.id: not null\n");
        assertThat(answer.out()).contains("Proved 3 migrations, 1 finding.");
    }

    @Test
    void aFailureOnTheWayDownOrUpAgainIsFoundAndTheRestIsProven() throws IOException {
        migration("alpha/3__third", "INSERT INTO two VALUES (1)", "DROP TABLE thrid");
        migration(
                "alpha/4__fourth",
                "CREATE SEQUENCE fourth; SELECT 1 / count(*) FROM two; DELETE FROM two",
                "DROP SEQUENCE fourth");
        migration("alpha/5__fifth", "CREATE TABLE fifth (id int)", "DROP TABLE fifth");
        Answer answer = verify(" --all");
        assertThat(answer.err())
                .contains(
                        "error: failed-migration: alpha@3 failed on its way down",
                        "error: failed-migration: alpha@4 failed on its way up after it had been undone");
        assertThat(answer.out()).contains("up, down, up  alpha@5");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void anUpgradeThatDoesNotDoTheSameAgainIsFound() throws IOException {
        migration("alpha/3__third", """
                DO $$ BEGIN
                IF EXISTS (SELECT FROM two) THEN CREATE TABLE again (id int); ELSE CREATE TABLE first (id int); END IF;
                INSERT INTO two VALUES (1);
                END $$""", "DROP TABLE IF EXISTS first, again");
        Answer answer = verify(" --all");
        assertThat(answer.err())
                .contains(
                        "error: replay-differs: After alpha@3 has gone up, down and up again",
                        "  added    table alpha.again\n",
                        "  removed  table alpha.first\n");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void whatCannotBeBuiltAgainAfterAFindingIsFoundToo() throws IOException, SQLException {
        String role = "reader_" + modules.database().name();
        migration("alpha/3__third", "CREATE ROLE " + role, "DROP ROLE " + role);
        migration("alpha/4__fourth", "CREATE TABLE fourth (id int)", "SELECT 1");
        Answer answer = verify(" alpha --all");
        assertThat(modules.run("upgrade alpha").status())
                .as("the role is there")
                .isEqualTo(5);
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE " + role);
        }
        assertThat(answer.err())
                .contains(
                        "error: undo-differs: After alpha@4",
                        "error: failed-migration: alpha@3 failed when what had run before was built again",
                        "role \"" + role + "\" already exists",
                        "  help: A role belongs to the whole server");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void whatDoesNotRunEndsTheProof() throws IOException {
        migration("alpha/3__third", "SELECT 1 / 0", "SELECT 1");
        migration("alpha/4__fourth", "CREATE SEQUENCE fourth", "DROP SEQUENCE fourth");
        Answer answer = verify(" alpha --all");
        assertThat(answer.err()).contains("alpha@3 failed on its way up", "division by zero");
        assertThat(answer.out()).contains("not reached   alpha@4");
    }

    @Test
    void whatHasNoWayBackIsSkippedAndSaid() throws IOException {
        modules.write("alpha/V3__third.sql", "CREATE TABLE third (id int);\n");
        migration("alpha/4__fourth", "CREATE SEQUENCE fourth", "-- irreversible: it counts\nSELECT 1");
        Answer answer = verify(" --all");
        assertThat(answer.status()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out())
                .contains("alpha@3: there is no way back: no U file", "alpha@4: irreversible: it counts");
    }

    @Test
    void aMissingHeaderIsNamedWithItsModule() throws IOException {
        modules.write("beta/V1__only.sql", "CREATE TABLE three (id integer REFERENCES alpha.one);\n");
        Answer answer = verify(" --all");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .contains(
                        "error: missing-dependency: alpha@1 failed when alpha was taken back beside the others",
                        "-- depends-on: alpha@1",
                        "migration of beta");
    }

    /** The server drops the index with the column, and says nothing. */
    @Test
    void aMissingHeaderIsSpokenOfWhereNothingFails() throws IOException {
        migration("alpha/3__third", "ALTER TABLE one ADD COLUMN more int", "ALTER TABLE one DROP COLUMN more");
        modules.write("gamma/module.properties", "depends-on=alpha\n");
        migration("gamma/4__index", "CREATE INDEX ix_more ON alpha.one (more)", "DROP INDEX alpha.ix_more");
        Answer answer = verify(" --all");
        assertThat(answer.err())
                .contains(
                        "error: replay-differs: After alpha was taken back beside the others",
                        "  removed  index alpha.ix_more\n",
                        "'-- depends-on: alpha@");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void aModuleThatNeedsOneOnWhichItDoesNotDependIsNamed() throws IOException {
        modules.write("gamma/V1__first.sql", "CREATE VIEW v AS SELECT * FROM beta.three;\n");
        modules.write("gamma/U1__first.sql", "DROP VIEW v;\n");
        Answer answer = verify(" gamma --all");
        assertThat(answer.err())
                .contains("error: missing-dependency: gamma@1 needs beta, on which gamma does not depend");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void aLateArrivalThatMakesADifferenceIsFound() throws IOException {
        migration("alpha/4__fourth", "CREATE VIEW v AS SELECT 4 AS n", "DROP VIEW v");
        assertThat(modules.run("upgrade").status()).isZero();
        migration(
                "alpha/3__third",
                "CREATE OR REPLACE VIEW v AS SELECT 3 AS n",
                "CREATE OR REPLACE VIEW v AS SELECT 4 AS n");
        Answer answer = verify("");
        assertThat(answer.err()).as(answer.out()).contains("alpha@4 failed where it runs in the order");
        assertThat(answer.status()).isEqualTo(3);
        migration("alpha/3__third", "CREATE TABLE late (id int)", "DROP TABLE late");
        answer = verify("");
        assertThat(answer.out()).contains("late arrivals: the same");
        assertThat(answer.status()).as(answer.err()).isZero();
    }

    @Test
    void scriptsWithoutATransactionAndRepeatablesRunToo() throws IOException {
        migration("alpha/3__third", "CREATE INDEX CONCURRENTLY ix ON one (id)", "DROP INDEX CONCURRENTLY ix");
        modules.write("alpha/R__view.sql", "CREATE OR REPLACE VIEW view_of_one AS SELECT id FROM alpha.one;\n");
        Answer answer = verify(" alpha --all");
        assertThat(answer.out()).contains("up, down, up  alpha@3");
        assertThat(answer.err()).contains("alpha@1 failed when alpha was taken back", "R__view.sql");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void valuesThatAreLostOnTheWayAreListed() throws IOException {
        migration(
                "alpha/3__third",
                "ALTER TABLE one ADD COLUMN note text; ALTER TABLE two ADD COLUMN kept int; ALTER TABLE two DROP COLUMN id",
                "ALTER TABLE one DROP COLUMN note; ALTER TABLE two DROP COLUMN kept; ALTER TABLE two ADD COLUMN id integer");
        Answer answer = verify(" --all --with-rows");
        assertThat(answer.out())
                .as(answer.err())
                .contains("alpha@3 down: 2 values of alpha.one.note", "alpha@3 up: 2 values of alpha.two.id");
        assertThat(answer.status()).isZero();
        migration(
                "alpha/4__fourth", "ALTER TABLE one ADD COLUMN more int NOT NULL", "ALTER TABLE one DROP COLUMN more");
        assertThat(verify(" --all").status()).isZero();
        answer = verify(" --all --with-rows");
        assertThat(answer.err())
                .contains("alpha@4 failed on its way up because of the rows in the tables", "contains null values");
        assertThat(answer.out())
                .as("what comes after it is proven")
                .contains("up, down, up  alpha@4", "beside the others: alpha (5 steps)");
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void whatWasNotReachedDidNotGoUp() throws IOException {
        migration("alpha/3__third", "SELECT 1 / 0", "SELECT 1");
        migration("alpha/4__fourth", "SELECT 1", "SELECT 1");
        assertThat(verify(" --all --with-rows").out())
                .contains("  not reached   alpha@4\n")
                .doesNotContain("up only");
    }

    @Test
    void jsonTellsTheSame() throws IOException {
        migration("alpha/3__third", "CREATE TABLE third (id int)", "SELECT 1");
        Answer answer = verify(" --all --output json");
        JsonNode json = answer.json();
        assertThat(json.path("proved")).as(answer.out()).hasSize(3);
        JsonNode finding = json.at("/findings/0");
        assertThat(finding.path("code").asString()).isEqualTo("undo-differs");
        assertThat(finding.path("version").asString()).isEqualTo("3");
        assertThat(finding.at("/differences/0/object").asString()).isEqualTo("alpha.third");
        assertThat(json.path("lost")).isEmpty();
        assertThat(answer.status()).isEqualTo(3);
    }

    @Test
    void aModuleThatIsNoneIsRefused() {
        Answer answer = verify(" gamma --all");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("error: unknown-module");
    }
}

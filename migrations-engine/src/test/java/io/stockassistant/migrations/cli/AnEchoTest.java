package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --echo} shows: SQL that could be run again, and times as comments. */
final class AnEchoTest {

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d+\\.\\d ms", "T");
    }

    @Test
    void showsTheStatementsOfAStepOneByOneAsTheyAreSent() throws IOException {
        modules.write(
                "alpha/V1__first.sql",
                "CREATE TABLE one (\n    id integer PRIMARY KEY\n);\nSELECT 1 -- one\n;\nSELECT '--';\n");
        Answer answer = modules.run("upgrade alpha@1 --echo");
        String step = withoutTimes(answer.err().substring(answer.err().indexOf("-- up alpha@1: ")));
        assertThat(step.lines())
                .containsSubsequence("BEGIN;", "SELECT 1 -- one", "RESET SESSION AUTHORIZATION;", "COMMIT;");
        assertThat(step)
                .contains("\nBEGIN;\n-- T\nSELECT CAST(")
                .contains("\nCREATE SCHEMA IF NOT EXISTS \"alpha\";\n-- T\nCREATE TABLE \"alpha\".")
                .contains(
                        "\nCREATE TABLE one (\n    id integer PRIMARY KEY\n);\n-- T\nSELECT 1 -- one\n;\n-- T\nSELECT '--';\n-- T\n")
                .contains("INSERT INTO \"alpha\".\"flyway_schema_history\" ");
        assertThat(answer.out()).contains("Applied 1 migration in ");
    }

    @Test
    void showsTheStatementsOfEveryConnection() {
        Answer answer = modules.run("upgrade --echo --output json");
        assertThat(withoutTimes(answer.err()))
                .contains("SELECT m.i, EXISTS (")
                .contains("SELECT pg_try_advisory_lock(7883946363647715695);\n-- T (lock)\n");
        assertThat(answer.json().path("outcome").asString()).isEqualTo("applied");
        for (String command : List.of("current", "status", "history", "plan", "repair", "validate")) {
            assertThat(modules.run(command + " --echo").err()).as(command).contains("SELECT m.i, EXISTS (");
            assertThat(modules.run(command).err()).as(command).doesNotContain("SELECT");
        }
    }

    @Test
    void doesWhatARunWithoutItDoes() {
        modules.run("upgrade --echo");
        assertThat(modules.run("downgrade alpha@1 --echo").status()).isZero();
        assertThat(modules.run("upgrade --echo").out()).contains("Applied 1 migration in ");
        assertThat(modules.run("validate").status()).isZero();
    }

    @Test
    void saysWhatFailedAndTheFailureIsTheSame() throws IOException {
        modules.write("alpha/V2__second.sql", "CREATE TABLE two (id integer);\n\nSELECT 1,\n  nosuch;\n");
        Answer echoed = modules.run("upgrade alpha --echo --output json");
        Answer plain = modules.run("upgrade alpha --output json");
        assertThat(withoutTimes(echoed.err()))
                .contains("SELECT 1,\n  nosuch;\n-- failed after T: ERROR: column \"nosuch\" does not exist\n")
                .contains("\nROLLBACK;\n-- T\n");
        assertThat(echoed.json().path("failed")).isEqualTo(plain.json().path("failed"));
        assertThat(plain.json().at("/failed/line").asInt()).isEqualTo(4);
    }

    @Test
    void saysHowMuchDataACopyHas() throws IOException {
        modules.write("alpha/V2__second.sql", "CREATE TABLE two (id integer);\nCOPY two FROM stdin;\n17171\n2\n\\.\n");
        assertThat(modules.run("upgrade alpha --echo").err())
                .contains("COPY two FROM stdin; -- with 8 characters of data\n")
                .doesNotContain("17171");
    }

    @Test
    void shortensWhatNobodyReads() throws IOException {
        modules.write("alpha/V2__second.sql", "SELECT '" + "x".repeat(100_000) + "';\n");
        Answer answer = modules.run("upgrade alpha --echo");
        assertThat(answer.err()).contains("xxx … (96,009 more characters);\n").hasSizeLessThan(20_000);
    }

    @Test
    void hidesSecretsOfScripts() throws IOException {
        modules.write(
                "alpha/V2__second.sql", "DO $$ BEGIN EXECUTE 'CREATE ROLE postgres PASSWORD ''s3cret'''; END $$;\n");
        Answer answer = modules.run("upgrade alpha --echo --verbose");
        assertThat(answer.err()).contains("PASSWORD ''***''", "already exists");
        assertThat(answer.err() + answer.out()).doesNotContain("s3cret");
        assertThat(modules.run("upgrade alpha --output json").out())
                .contains("***")
                .doesNotContain("s3cret");
    }

    @Test
    void showsAScriptWithoutATransaction() throws IOException {
        modules.write("alpha/V2__second.sql", "CREATE INDEX CONCURRENTLY i ON one (id);\n");
        assertThat(withoutTimes(modules.run("upgrade alpha --echo").err()))
                .contains(
                        "CREATE INDEX CONCURRENTLY i ON one (id);\n-- T\n",
                        "pg_try_advisory_lock(",
                        "BEGIN READ WRITE;\n");
    }
}

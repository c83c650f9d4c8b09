package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Notices and warnings during a migration, shown with its name and the line of the statement. */
final class WhatTheServerSaysTest {

    private static final String TALKING = """
            -- says a lot
            DROP TABLE IF EXISTS nowhere;

            DO $$ BEGIN
                RAISE WARNING 'mind the gap' USING DETAIL = 'it is wide', HINT = 'jump';
                RAISE INFO 'for information';
                RAISE LOG 'for the log';
            END $$;
            """;

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
        modules.write("alpha/V2__second.sql", TALKING);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void standsOnStandardErrorWithTheMigrationAndTheLine() {
        Answer answer = modules.run("upgrade alpha");
        String place = "alpha@2 at " + modules.modules() + "/alpha/V2__second.sql:";
        assertThat(answer.err())
                .isEqualTo("notice: " + place + "2: table \"nowhere\" does not exist, skipping\n"
                        + "warning: " + place + "4: mind the gap\n"
                        + "  detail: it is wide\n"
                        + "  hint: jump\n"
                        + "info: " + place + "4: for information\n");
        assertThat(answer.out()).contains("Applied 2 migrations in ").doesNotContain("nowhere");
    }

    @Test
    void showsTheServersLogLinesToWhoWantsEverything() throws IOException {
        modules.write("alpha/V2__second.sql", "SET LOCAL client_min_messages = log;\n" + TALKING);
        assertThat(modules.run("upgrade alpha@1").status()).isZero();
        assertThat(modules.run("upgrade alpha --verbose").err()).contains("log: alpha@2 at ", ": for the log\n");
        modules.write("alpha/U2__second.sql", "SELECT 1;\n");
        assertThat(modules.run("downgrade alpha@1").status()).isZero();
        assertThat(modules.run("upgrade alpha").err()).contains("mind the gap").doesNotContain("for the log");
    }

    @Test
    void isNotShownToWhoWantsQuiet() {
        assertThat(modules.run("upgrade alpha --quiet").err()).isEmpty();
    }

    @Test
    void standsInTheJsonOfItsStep() {
        Answer answer = modules.run("upgrade alpha --output json");
        assertThat(answer.err()).isEmpty();
        JsonNode steps = answer.json().path("steps");
        assertThat(steps.path(0).has("notices")).isFalse();
        JsonNode notices = steps.path(1).path("notices");
        assertThat(notices).hasSize(3);
        assertThat(Shape.of("{'severity':'string','message':'string','detail':'string|null','hint':'string|null',"
                                        .replace('\'', '"')
                                + "\"sqlstate\":\"string\",\"line\":\"number\"}")
                        .differences(notices.path(1)))
                .isEmpty();
        assertThat(notices.at("/0/severity").asString()).isEqualTo("notice");
        assertThat(notices.at("/1/severity").asString()).isEqualTo("warning");
        assertThat(notices.at("/1/hint").asString()).isEqualTo("jump");
        assertThat(notices.at("/1/sqlstate").asString()).isEqualTo("01000");
        assertThat(notices.at("/1/line").asInt()).isEqualTo(4);
    }

    @Test
    void isShownOfAMigrationThatFailsToo() throws IOException {
        modules.write("alpha/V2__second.sql", TALKING + "SELECT 1 / 0;\n");
        assertThat(modules.run("upgrade alpha").err()).contains("warning: alpha@2 ", "division by zero");
        JsonNode failed = modules.run("upgrade alpha --output json").json().path("failed");
        assertThat(failed.path("notices")).hasSize(3);
    }

    @Test
    void isShownOfAMigrationWithoutATransaction() throws IOException {
        modules.write("alpha/V2__second.sql", TALKING);
        modules.write("alpha/V2__second.sql.conf", "executeInTransaction=false");
        assertThat(modules.run("upgrade alpha").err()).contains("notice: alpha@2 ", "warning: alpha@2 ");
    }

    @Test
    void isAboutTheScriptAlone() throws IOException {
        modules.write("alpha/V2__second.sql", """
                CREATE FUNCTION say() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE WARNING 'a row of the history'; RETURN NEW; END $$;
                CREATE TRIGGER say BEFORE INSERT ON flyway_schema_history FOR EACH ROW EXECUTE FUNCTION say();
                """);
        assertThat(modules.run("upgrade alpha").err()).isEmpty();
    }

    @Test
    void endsAfterAHundred() throws IOException {
        modules.write("alpha/V2__second.sql", """
                DO $$ BEGIN
                    FOR i IN 1..10000 LOOP
                        RAISE NOTICE 'number % %', i, repeat('x', 10000);
                    END LOOP;
                END $$;
                """);
        Answer answer = modules.run("upgrade alpha");
        assertThat(answer.err().lines().filter(each -> each.startsWith("notice: ")))
                .hasSize(100);
        assertThat(answer.err())
                .contains("number 100 x")
                .endsWith("alpha@2: the server said 9900 more, which are left out.\n");
        assertThat(answer.err()).hasSizeLessThan(300_000);
        assertThat(answer.status()).isZero();
    }

    @Test
    void isCountedInTheJson() throws IOException {
        modules.write("alpha/V2__second.sql", "DO $$ BEGIN FOR i IN 1..250 LOOP RAISE NOTICE 'x'; END LOOP; END $$;\n");
        JsonNode step = modules.run("upgrade alpha --output json").json().at("/steps/1");
        assertThat(step.path("notices")).hasSize(100);
        assertThat(step.path("noticesLeftOut").asInt()).isEqualTo(150);
    }

    @Test
    void isHeardDuringCopyToo() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            rows.append(i).append("\tžluťoučký kůň 🐎\n");
        }
        modules.write(
                "alpha/V2__second.sql",
                "CREATE TABLE two (id integer, name text);\n"
                        + "CREATE FUNCTION say() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RAISE NOTICE 'row %', NEW.id; RETURN NEW; END $$;\n"
                        + "CREATE TRIGGER say BEFORE INSERT ON two FOR EACH ROW EXECUTE FUNCTION say();\n"
                        + "COPY two FROM stdin;\n" + rows + "\\.\n"
                        + "DO $$ BEGIN ASSERT (SELECT count(*) = 5000 FROM two WHERE name = 'žluťoučký kůň 🐎');"
                        + " END $$;\n");
        Answer answer = modules.run("upgrade alpha");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("V2__second.sql:4: row 0\n", "said 4900 more");
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SquashingModulesTest {

    @TempDir
    private Path folder;

    private static String shadow(TwoModules modules) {
        return " --shadow-url postgres://" + modules.database().host() + ":"
                + modules.database().port() + "/" + modules.database().name();
    }

    @Test
    void afterConsentTheFilesAreReplacedAndAMigratedDatabaseGoesOn() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            assertThat(modules.run("upgrade").status()).isZero();
            Answer asked = modules.run("squash alpha" + shadow(modules));
            assertThat(asked.status()).isEqualTo(6);
            assertThat(asked.err())
                    .contains("error: confirmation-required", "migrations squash alpha --shadow-url ", " --yes");
            assertThat(files(modules)).hasSize(4);

            Answer done = modules.run("squash alpha --yes" + shadow(modules));
            assertThat(done.status()).as(done.err()).isZero();
            assertThat(done.out()).contains("Squashed 2 migrations into 1 baseline");
            assertThat(files(modules)).containsExactly("B2__baseline.sql");
            assertThat(modules.run("upgrade").status()).isZero();
            assertThat(modules.run("status").status()).isZero();
        }
    }

    @Test
    void whatIsToBeTypedToConfirmHasEveryOption() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            Answer asked = modules.run("squash alpha --to 2 --last-release 1.4" + shadow(modules));
            assertThat(asked.status()).isEqualTo(6);
            assertThat(asked.err())
                    .contains("migrations squash alpha --to 2 --last-release 1.4 --shadow-url postgres://", " --yes");
        }
    }

    @Test
    void jsonSaysWhatWasDone() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            Answer answer = modules.run("squash --all --yes --output json --last-release 1.4" + shadow(modules));
            JsonNode squashed = answer.json().path("squashed");
            assertThat(squashed).as(answer.err()).hasSize(2);
            assertThat(squashed.get(0).path("written").get(0).asString()).isEqualTo("B2__baseline.sql");
            assertThat(squashed.get(0).path("replaces")).hasSize(2);
            assertThat(Files.readString(modules.modules().resolve("alpha/B2__baseline.sql")))
                    .contains("-- last-release: 1.4");
        }
    }

    @Test
    void aTargetBringsTheBaselineThatStandsForWhatItsHeaderNames() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            assertThat(modules.run("squash alpha --yes" + shadow(modules)).status())
                    .isZero();
            Answer answer = modules.run("upgrade beta");
            assertThat(answer.status()).as(answer.err()).isZero();
            assertThat(modules.run("status").status()).isZero();
        }
    }

    @Test
    void aRefusalNamesWhatIsInTheWay() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            modules.write("alpha/V3__third.sql", "CREATE TABLE public.elsewhere (a int);\n");
            Answer answer = modules.run("squash alpha --yes" + shadow(modules));
            assertThat(answer.status()).isEqualTo(6);
            assertThat(answer.err()).contains("error: squash-refused", "table public.elsewhere is missing");
            assertThat(modules.run("squash alpha --all").status()).isEqualTo(2);
        }
    }

    private static final String BACKFILL = """
            -- table: one
            -- key: id
            -- todo: id < 100
            UPDATE one SET id = id + 100 WHERE id BETWEEN :from AND :to AND :todo;
            """;

    @Test
    void aBackfillThatIsCompleteGoesWithTheMigrationsAroundIt() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            modules.write("alpha/D1.5__far.sql", BACKFILL);
            modules.write("alpha/V3__third.sql", "-- depends-on: alpha@1.5\nSELECT 1;\n");
            modules.write("alpha/D3.5__later.sql", BACKFILL.replace("100", "200"));
            modules.write("beta/V2__waits.sql", "-- depends-on: alpha@1.5\nSELECT 1;\n");
            assertThat(modules.run("upgrade").status()).isZero();

            Answer done = modules.run("squash alpha --to 2 --yes" + shadow(modules));

            assertThat(done.out()).contains("D1.5__far.sql").doesNotContain("D3.5");
            assertThat(files(modules)).containsExactly("B2__baseline.sql", "D3.5__later.sql", "V3__third.sql");
            assertThat(Files.readString(modules.modules().resolve("alpha/B2__baseline.sql")))
                    .contains("-- replaces: D1.5\n");
            assertThat(modules.run("validate").err()).isEmpty();
            assertThat(modules.run("upgrade").status()).isZero();
            assertThat(modules.run("status").out()).contains("Current.");
            assertThat(modules.run("squash alpha --to 3 --yes" + shadow(modules))
                            .status())
                    .isZero();
            assertThat(Files.readString(modules.modules().resolve("alpha/B3__baseline.sql")))
                    .contains("-- replaces: D1.5\n");
        }
    }

    @Test
    void aDatabaseInWhichABackfillIsOpenIsSentToTheLastRelease() throws IOException, SQLException {
        try (TwoModules modules = new TwoModules(folder)) {
            assertThat(modules.run("upgrade alpha").status()).isZero();
            modules.write("alpha/D1.5__far.sql", BACKFILL);
            execute(modules, "INSERT INTO alpha.one VALUES (1)");
            assertThat(modules.run("squash alpha --last-release 1.4 --yes" + shadow(modules))
                            .status())
                    .isZero();

            for (String command : List.of("upgrade", "plan", "status", "validate")) {
                Answer refused = modules.run(command);
                assertThat(refused.status())
                        .as(command)
                        .isEqualTo(Set.of("upgrade", "plan").contains(command) ? 6 : 3);
                assertThat(refused.err())
                        .contains("error: partly-squashed: B2__baseline.sql stands for the backfill alpha@1.5, which is"
                                + " not complete in this database; its file is gone.")
                        .contains("help: First complete it with the last release that has this file (1.4): migrations"
                                + " upgrade --with-backfills; then upgrade with this one.");
            }
            assertThat(modules.run("repair").out()).isEqualTo("Nothing to repair.\n");
        }
    }

    /** As a team has it on a server that an administrator keeps. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATEDB   | SELECT 1                                   | 0 | Squashed 2 migrations
            CREATEDB   | CREATE EXTENSION pg_trgm                   | 0 | Squashed 2 migrations
            CREATEDB   | GRANT SELECT ON one TO pg_monitor          | 0 | Squashed 2 migrations
            CREATEDB   | CREATE EXTENSION file_fdw                  | 5 | The user @ of the shadow has to be able to
            CREATEDB   | CREATE ROLE squash_made                    | 5 | The user @ of the shadow has to be able to
            CREATEDB   | ALTER TABLE one OWNER TO pg_monitor        | 5 | The user @ of the shadow has to be able to
            CREATEDB   | CREATE PUBLICATION p FOR ALL TABLES        | 5 | The user @ of the shadow has to be able to
            CREATEDB   | COPY one FROM '/etc/passwd'                | 5 | The user @ of the shadow has to be able to
            CREATEDB   | SELECT 1 / 0                               | 5 | needs migrations that run from empty: mend
            NOCREATEDB | SELECT 1                                   | 4 | ALTER ROLE "@" CREATEDB
            """)
    void aUserOfTheShadowWhoIsNoSuperuser(String right, String sql, int status, String words)
            throws IOException, SQLException {
        try (TwoModules modules = new TwoModules(folder)) {
            modules.write("alpha/V2__second.sql", sql + ";\nCREATE TABLE two (id integer);\n");
            String role = "shadow_" + modules.database().name();
            execute(
                    modules,
                    "CREATE ROLE " + role + " LOGIN " + right + " PASSWORD '"
                            + modules.database().password() + "'");
            try {
                List<String> args = new ArrayList<>(List.of("squash", "alpha", "--yes", "--user", role));
                args.addAll(List.of(shadow(modules).strip().split(" ")));
                args.addAll(List.of("--password-file", modules.connection().get(5)));
                args.addAll(modules.modulesOption());
                Answer answer = Answer.of(args);
                assertThat(answer.status()).as(answer.err()).isEqualTo(status);
                assertThat(answer.out() + answer.err())
                        .contains(words.replace("@", role))
                        .doesNotContain("\tat ");
                assertThat(files(modules)).hasSize(status == 0 ? 1 : 4);
                assertThat(shadowsOf(modules, role)).isZero();
            } finally {
                execute(modules, "DROP ROLE " + role);
            }
        }
    }

    private static int shadowsOf(TwoModules modules, String role) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_database WHERE datdba = '" + role + "'::regrole")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(TwoModules modules, String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatCannotBeReadOnTheShadowIsNoDefect() throws IOException {
        try (TwoModules modules = new TwoModules(folder)) {
            modules.write(
                    "alpha/V3__third.sql",
                    "CREATE TABLE odd (a int, b int DEFAULT 1 / (extract(year FROM CURRENT_DATE)::int * 0));"
                            + " INSERT INTO odd VALUES (1, 2);\n");
            Answer answer = modules.run("squash alpha --yes" + shadow(modules));
            assertThat(answer.status()).as(answer.err()).isEqualTo(6);
            assertThat(answer.err())
                    .contains(
                            "error: squash-refused: What the migrations leave behind cannot be read",
                            "division by zero")
                    .doesNotContain("defect");
        }
    }

    private static List<String> files(TwoModules modules) throws IOException {
        try (Stream<Path> files = Files.list(modules.modules().resolve("alpha"))) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}

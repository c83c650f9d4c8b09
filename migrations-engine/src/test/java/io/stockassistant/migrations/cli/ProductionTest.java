package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.shared.config.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** MIGRATIONS_ENVIRONMENT=prod: what is refused, what allows it, and plans that were approved. */
final class ProductionTest {

    private static final Pattern FLAG = Pattern.compile("--[a-z-]+");

    private static final String VALUES = "placeholders.n=4711\nplaceholders.view=47110\n";

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void begin() throws IOException {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upgrade                                          | refused-in-production | migrations upgrade --plan plan.json
            upgrade head                                     | refused-in-production | MODULE@VERSION
            upgrade alpha                                    | refused-in-production | MODULE@VERSION
            upgrade alpha@head                               | refused-in-production | MODULE@VERSION
            upgrade +1                                       | refused-in-production | MODULE@VERSION
            stamp head                                       | refused-in-production | migrations stamp MODULE@VERSION
            init                                             | refused-in-production | migrations init --plan plan.json
            init head                                        | refused-in-production | MODULE@VERSION
            init beta@1                                      | cascade-required      | --cascade
            downgrade alpha@1                                | refused-in-production | --allow-downgrade
            downgrade base --allow-data-loss                 | refused-in-production | --allow-downgrade
            upgrade beta@1                                   | cascade-required      | --cascade
            downgrade alpha@1 --allow-downgrade              | data-loss             | --allow-data-loss
            """)
    void refuses(String command, String code, String help) throws SQLException {
        if (command.startsWith("downgrade")) {
            assertThat(modules.run("upgrade").status()).isZero();
            execute("INSERT INTO alpha.two VALUES (1), (2)");
        }
        Answer answer = production(command + " --output json");
        assertThat(answer.status()).as(answer.err()).isEqualTo(6);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("code").asString("")).isEqualTo(code);
        assertThat(error.path("remedy").asString("")).contains(help);
        assertThat(production(command).err()).contains("error: " + code).contains(help);
        assertThat(flags(command + " --help")).containsAll(flags(error.path("remedy")));
    }

    /** A refusal that names an option which its command does not know helps nobody. */
    private static List<String> flags(JsonNode remedy) {
        return flagsIn(remedy.asString(""));
    }

    private List<String> flags(String command) {
        return flagsIn(production(command).out());
    }

    private static List<String> flagsIn(String text) {
        return FLAG.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void allowsInitWhatItAllowsUpgrade() throws IOException, SQLException {
        Path plan = folder.resolve("plan.json");
        assertThat(modules.run("plan -o " + plan).status()).isZero();
        assertThat(production("init alpha@1 --plan " + plan).err()).contains("migrations init --plan FILE");
        Answer planned = production("init --plan " + plan);
        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("Applied 3 migrations");
        assertThat(production("init --plan " + plan).err()).contains("plan-outdated");

        modules.write("alpha/V3__third.sql", "DROP TABLE two;\n");
        execute("INSERT INTO alpha.two VALUES (1)");
        Answer refused = production("init alpha@3");
        assertThat(refused.status()).isEqualTo(6);
        assertThat(refused.err()).contains("alpha@3 drops alpha.two (1 row)", "add --allow-data-loss");
        assertThat(production("init alpha@3 --allow-data-loss").status()).isZero();
        assertThat(production("init --plan " + folder.resolve("none")).status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            upgrade alpha@2
            upgrade alpha@1 beta@1
            upgrade beta@1 --cascade
            init beta@1 --cascade
            init alpha@2
            stamp alpha@2 beta@1
            """)
    void allows(String command) {
        Answer answer = production(command);
        assertThat(answer.status()).as(answer.err()).isZero();
    }

    @Test
    void sayWhatIsAtStakeBeforeItIsDropped() throws SQLException {
        assertThat(modules.run("upgrade").status()).isZero();
        execute("INSERT INTO alpha.two VALUES (1), (2)");
        assertThat(production("downgrade alpha@1 --allow-downgrade").err())
                .contains("alpha@2 drops alpha.two (2 rows)");
        assertThat(modules.run("current").out()).contains("alpha   alpha   2");
        assertThat(modules.run("plan downgrade alpha@1").err()).contains("alpha@2 drops alpha.two (2 rows)");
        assertThat(production("downgrade alpha@1 --allow-downgrade --allow-data-loss")
                        .status())
                .isZero();
    }

    @Test
    void isFreeElsewhere() {
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("downgrade alpha@1").status()).isZero();
    }

    @Test
    void carriesOutAnApprovedPlan() throws IOException {
        Path plan = folder.resolve("plan.json");
        assertThat(modules.run("plan -o " + plan).status()).isZero();
        String hash = Answer.parse(Files.readString(plan)).path("hash").asString("");
        Answer answer = production("upgrade --plan " + plan);
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("Applied 3 migrations");
        assertThat(hash).hasSize(64);

        assertThat(production("upgrade --plan " + plan).err())
                .as("a second time")
                .contains("plan-outdated", "alpha was at its base and is at 2", "alpha@1 would not run");

        assertThat(modules.run("plan downgrade base -o " + plan).status()).isZero();
        assertThat(production("upgrade --plan " + plan).err()).contains("it goes down", "migrations downgrade --plan");
        assertThat(production("downgrade --plan " + plan + " --allow-data-loss").err())
                .contains("--allow-downgrade");
        assertThat(production("downgrade --plan " + plan + " --allow-downgrade --allow-data-loss")
                        .out())
                .contains("Undid 3 migrations");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a file was edited      | alpha/V2__second.sql | CREATE TABLE two (id bigint);   | V2__second.sql has been edited
            a migration was added  | alpha/V3__third.sql  | SELECT 1;                       | alpha@3 would run too
            a repeatable was added | beta/R__v.sql        | SELECT 1;                       | beta@R__v would run too
            a module was added     | gamma/V1__x.sql      | SELECT 1;                       | the module gamma is new
            """)
    void refusesAPlanWhenFilesHaveMoved(String what, String file, String text, String says) throws IOException {
        Path plan = folder.resolve("plan.json");
        assertThat(modules.run("plan -o " + plan).status()).isZero();
        modules.write(file, text);
        Answer answer = production("upgrade --plan " + plan);
        assertThat(answer.status()).as(what).isEqualTo(6);
        assertThat(answer.err()).contains("plan-outdated", says, "migrations plan -o");
        assertThat(modules.run("current").out()).contains("alpha   alpha   -");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alpha/V3__x.sql.conf    | executeInTransaction=false   | the transaction of alpha@3 was its own and is none
            alpha/V3__x.sql.conf    | placeholderReplacement=false | V3__x.sql have other values
            alpha/module.properties | schema=elsewhere             | the schema of alpha was alpha and is elsewhere
            alpha/module.properties | history=other                | was alpha.flyway_schema_history and is alpha.other
            alpha/module.properties | placeholders.n=666           | V3__x.sql have other values
            alpha/module.properties | placeholders.view=666        | R__v.sql have other values
            """)
    void refusesAPlanWhenWhatWouldRunHasMoved(String file, String line, String says) throws IOException {
        writeScriptsWithPlaceholders();
        Path plan = folder.resolve("plan.json");
        assertThat(modules.run("plan -o " + plan).status()).isZero();
        modules.write(file, (file.endsWith(".conf") ? "" : VALUES) + line + "\n");
        Answer answer = production("upgrade --plan " + plan);
        assertThat(answer.status()).as(answer.err()).isEqualTo(6);
        assertThat(answer.err()).contains("plan-outdated", says);
    }

    @Test
    void refusesAPlanWhenTheWayBackHasOtherValues() throws IOException {
        writeScriptsWithPlaceholders();
        Path plan = folder.resolve("plan.json");
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("plan downgrade alpha@2 -o " + plan).status()).isZero();
        String command = "downgrade --plan " + plan + " --allow-downgrade --allow-data-loss";
        assertThat(production(command + " --placeholder n=666").err())
                .contains("plan-outdated", "placeholders in ", "U3__x.sql have other values");
        assertThat(production(command).status()).isZero();
    }

    @Test
    void holdsNoValueAndIsTheSamePlanInTheJournal() throws Exception {
        writeScriptsWithPlaceholders();
        Path plan = folder.resolve("plan.json");
        assertThat(modules.run("plan -o " + plan).status()).isZero();
        assertThat(Files.readString(plan)).doesNotContain("4711");
        String hash = Answer.parse(Files.readString(plan)).path("hash").asString("");
        Thread.sleep(1_000); // the time in scripts has seconds
        Answer answer = production("upgrade --plan " + plan);
        assertThat(answer.status())
                .as("the time of the run is no value: %s", answer.err())
                .isZero();
        assertThat(modules.run("history --journal --output json").out()).contains(hash);
    }

    /** As a review has found them: each of these ran. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE two RENAME TO old; DROP TABLE old;             | SELECT 1;        | alpha@3 drops alpha.two (2 rows)
            ALTER TABLE two RENAME TO old;                             | DROP TABLE old;  | alpha@4 drops alpha.two (2 rows)
            ALTER TABLE two RENAME id TO x; ALTER TABLE two DROP x;    | SELECT 1;        | alpha@3 drops alpha.two.id (2 rows)
            ALTER TABLE two RENAME id TO identity;                     | ALTER TABLE two DROP COLUMN identity;        | alpha@4 drops alpha.two.id (2 rows)
            CREATE DOMAIN d AS int; ALTER TABLE two ADD d d;           | DROP DOMAIN d CASCADE; | alpha@4 drops what uses the domain d (unknown rows)
            DELETE FROM two;                                           | SELECT 1;        | alpha@3 drops the rows of alpha.two (2 rows)
            """)
    void findsWhatIsAtStakeUnderAnotherName(String third, String fourth, String says) throws Exception {
        assertThat(modules.run("upgrade").status()).isZero();
        execute("INSERT INTO alpha.two VALUES (1), (2)");
        modules.write("alpha/V3__x.sql", third);
        modules.write("alpha/V4__y.sql", fourth);
        Answer answer = production("upgrade alpha@4");
        assertThat(answer.status()).as(answer.err()).isEqualTo(6);
        assertThat(answer.err()).contains("data-loss", says, "--allow-data-loss");
        assertThat(production("upgrade alpha@4 --allow-data-loss").status()).isZero();
    }

    @Test
    void refusesAPlanThatWasEditedOrIsForAnotherDatabase() throws IOException {
        Path plan = folder.resolve("plan.json");
        assertThat(modules.run("plan -o " + plan).status()).isZero();
        String text = Files.readString(plan);
        Files.writeString(plan, text.replace("\"hash\":\"", "\"hash\":\"0"));
        assertThat(production("upgrade --plan " + plan).err()).contains("the file itself has been edited");
        Files.writeString(plan, text.replace(modules.database().name(), "elsewhere"));
        assertThat(production("upgrade --plan " + plan).err()).contains("it was made for the database elsewhere");
        Files.writeString(plan, "{");
        assertThat(production("upgrade --plan " + plan).err()).contains("it is not JSON");
        assertThat(production("upgrade --plan " + folder.resolve("none")).status())
                .isEqualTo(2);
        assertThat(production("upgrade alpha@1 --plan " + plan).status()).isEqualTo(2);
    }

    private void writeScriptsWithPlaceholders() throws IOException {
        modules.write("alpha/module.properties", VALUES);
        modules.write("alpha/V3__x.sql", "CREATE TABLE x AS SELECT ${n} AS n;\n");
        modules.write("alpha/U3__x.sql", "DROP TABLE x; SELECT ${n};\n");
        modules.write(
                "alpha/R__v.sql",
                "CREATE OR REPLACE VIEW v AS SELECT ${view} AS n, '${flyway:timestamp}' AS t FROM two;\n");
    }

    private Answer production(String words) {
        List<String> args = new ArrayList<>(List.of(words.strip().split(" +")));
        args.addAll(modules.modulesOption());
        args.addAll(modules.connection());
        return Answer.of(args, () -> Variables.of(Map.of("MIGRATIONS_ENVIRONMENT", "prod"), Map.of()));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

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

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Migrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code java -jar migrations-app.jar} with the modules that it brings along. */
final class TheJarOnThreeModulesIT {

    private static final Migrations MIGRATIONS = Migrations.list(Modules.of(ModuleSource.classPath()));

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void prepare() throws Exception {
        modules = new TwoModules(folder); // for its database, and as other modules
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private TheProgram start(String words) {
        List<String> args = new ArrayList<>(
                Stream.of(words.split(" ", -1)).filter(each -> !each.isEmpty()).toList());
        args.addAll(modules.connection());
        return TheProgram.start(folder, Map.of(), args);
    }

    private Answer run(String words) throws InterruptedException {
        return start(words).answer();
    }

    private JsonNode json(String words, int status) throws InterruptedException {
        Answer answer = run(words + " --output json");
        assertThat(answer.status()).as(words + ": " + answer.err()).isEqualTo(status);
        return answer.json();
    }

    private static int files(String module) {
        return MIGRATIONS.list(module).size()
                + MIGRATIONS.listRepeatables(module).size();
    }

    private static int filesOfAll() {
        return MIGRATIONS.modules().list().stream()
                .mapToInt(each -> files(each.name()))
                .sum();
    }

    private static int versionsOfAll() {
        return MIGRATIONS.modules().list().stream()
                .mapToInt(each -> MIGRATIONS.list(each.name()).size())
                .sum();
    }

    @Test
    void hasMigrationsForAllThatItsModelsAskFor() throws InterruptedException {
        String[] where = {"--shadow-url", modules.connection("postgres").get(1)};
        Answer answer = run("check " + String.join(" ", where));
        assertThat(answer.out()).as(answer.err()).isEqualTo("""
                        data-engineering: migrations build what the models ask for.
                        identity-access: migrations build what the models ask for.
                        llm-platform: migrations build what the models ask for.
                        """);
        assertThat(answer.status()).isZero();
        assertThat(run("diff migrations models " + String.join(" ", where)).out())
                .isEqualTo("No differences.\n");
    }

    @Test
    void holdsUpNobodyAndLosesNothing() throws InterruptedException {
        String config =
                Path.of("..", "migrations.toml").toAbsolutePath().normalize().toString();
        Answer answer = run("lint --all --fail-on warning --config " + config + " --shadow-url "
                + modules.connection("postgres").get(1));
        assertThat(answer.out()).as(answer.err()).startsWith("Linted " + filesOfAll() + " migrations: nothing found");
        assertThat(answer.status()).isZero();
    }

    @Test
    void upgradesGoesDownAndUpAgain() throws InterruptedException {
        Answer upgraded = run("");
        assertThat(upgraded.out().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.startsWith("data-engineering +" + files("data-engineering") + " "))
                .anyMatch(line -> line.startsWith("identity-access +" + files("identity-access") + " "))
                .anyMatch(line -> line.startsWith("llm-platform +" + files("llm-platform") + " "));
        assertThat(upgraded.out())
                .contains("Applied " + filesOfAll() + " migrations in ")
                .doesNotContain("\u001b");
        assertThat(upgraded.err()).isEmpty();
        assertThat(upgraded.status()).isZero();
        assertThat(json("current", 0).at("/modules").valueStream())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.path("current")).isEqualTo(each.path("head")));
        assertThat(run("status").out()).endsWith("\nCurrent.\n");
        JsonNode plan = json("plan downgrade base", 0);
        assertThat(plan.path("direction").asString()).isEqualTo("down");
        assertThat(plan.path("steps")).hasSize(versionsOfAll());
        assertThat(json("downgrade base", 0).path("steps")).hasSize(versionsOfAll());
        JsonNode empty = json("status", 3);
        assertThat(empty.at("/modules/0/pending").asInt()).isEqualTo(files("data-engineering"));
        assertThat(empty.at("/modules").valueStream())
                .allSatisfy(
                        each -> assertThat(each.path("missingTables").size()).isPositive());
        assertThat(json("upgrade", 0).path("outcome").asString()).isEqualTo("applied");
        assertThat(json("upgrade", 0).path("outcome").asString()).isEqualTo("nothing-to-do");
    }

    @Test
    void appliesEverythingOnceWhenTwoAreStartedAtOnce() throws Exception {
        try (TheProgram one = start("upgrade --output json");
                TheProgram other = start("upgrade --output json")) {
            JsonNode first = one.answer().json();
            JsonNode second = other.answer().json();
            assertThat(List.of(
                            first.path("outcome").asString(),
                            second.path("outcome").asString()))
                    .containsExactlyInAnyOrder("applied", "nothing-to-do");
            assertThat(first.path("steps").size() + second.path("steps").size()).isEqualTo(filesOfAll());
        }
    }

    @Test
    void endsWithTheStatusOfWhatWentWrong() throws Exception {
        modules.write("alpha/V2__second.sql", "SELECT 1 / 0;\n");
        assertThat(json("upgrade --modules " + modules.modules(), 5)
                        .at("/failed/sqlstate")
                        .asString())
                .isEqualTo("22012");
        assertThat(run("upgrade nowhere").err())
                .startsWith("error: unknown-module: ")
                .doesNotContain("\tat ");
        assertThat(TheProgram.run(
                        folder,
                        Stream.concat(Stream.of("current"), modules.connection("none").stream())
                                .toList()))
                .satisfies(each -> assertThat(each.status()).isEqualTo(4))
                .satisfies(each -> assertThat(each.err()).startsWith("error: database-missing: "));
        TheProgram inProduction = TheProgram.start(
                folder, Map.of("MIGRATIONS_ENVIRONMENT", "prod"), List.of("upgrade", "--output", "json"));
        Answer refused = inProduction.answer();
        assertThat(refused.json().at("/error/code").asString()).isEqualTo("no-database-configured");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(folder.resolve(".data")).doesNotExist();
    }
}

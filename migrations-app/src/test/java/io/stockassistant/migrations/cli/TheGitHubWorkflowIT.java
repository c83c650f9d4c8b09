package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** deploy/github/migrations.yml: every line that its steps give to the shell is run, on a database in use. */
final class TheGitHubWorkflowIT {

    private static final JsonNode WORKFLOW = DeployFile.yaml("deploy/github/migrations.yml");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ ([^}]+) }}");

    @TempDir
    private Path root;

    @AutoClose
    private PipelineFolder clone;

    @BeforeEach
    void prepare() throws Exception {
        clone = new PipelineFolder(root);
    }

    @Test
    void asksBeforeItTouchesProduction() {
        assertThat(WORKFLOW.path("on").path("push").path("branches").get(0).asString())
                .isEqualTo("main");
        assertThat(WORKFLOW.at("/on/pull_request").isMissingNode()).isFalse();
        assertThat(WORKFLOW.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(WORKFLOW.at("/jobs/plan/if").asString()).isEqualTo("github.event_name == 'push'");
        assertThat(WORKFLOW.at("/jobs/plan/needs").asString()).isEqualTo("prove");
        assertThat(WORKFLOW.at("/jobs/upgrade/needs").asString()).isEqualTo("plan");
        assertThat(WORKFLOW.at("/jobs/upgrade/environment").asString()).startsWith("production");
        assertThat(WORKFLOW.at("/jobs/upgrade/concurrency/cancel-in-progress").asBoolean(true))
                .isFalse();
        assertThat(WORKFLOW.at("/defaults/run/shell").asString())
                .as("fails where a pipe fails")
                .isEqualTo("bash");
        for (JsonNode job : WORKFLOW.path("jobs")) {
            assertThat(job.path("runs-on").asString()).isEqualTo("ubuntu-latest");
            assertThat(job.path("timeout-minutes").asInt()).isPositive();
            for (JsonNode step : job.path("steps")) {
                assertThat(step.path("run").asString(""))
                        .as("an expression in a script is code")
                        .doesNotContain("${{");
                assertThat(step.path("uses").asString("a/b@v1")).matches("[\\w/-]+@v\\d+");
            }
        }
    }

    @Test
    void provesPlansAndUpgrades() throws Exception {
        for (String step : new String[] {"build", "validate", "lint", "check", "verify"}) {
            Answer answer = run("prove", step);
            assertThat(answer.status())
                    .as(step + ": " + answer.out() + answer.err())
                    .isZero();
        }
        assertThat(JsonMapper.shared()
                        .readTree(clone.file("lint.sarif").toFile())
                        .path("version")
                        .asString())
                .isEqualTo("2.1.0");

        Answer planned = run("plan", "plan");
        assertThat(planned.status()).as(planned.err()).isZero();
        assertThat(clone.file("summary"))
                .content()
                .startsWith("### What will be done\n```\n")
                .contains("migrations to apply");
        assertThat(clone.file("output")).content().isEqualTo("direction=up\n");
        Answer upgraded = run("upgrade", "upgrade");
        assertThat(upgraded.status()).as(upgraded.err()).isZero();
        assertThat(upgraded.out()).contains("Applied ");
        assertThat(upgraded.out() + upgraded.err() + planned.out())
                .doesNotContain(clone.modules().database().password());

        Files.delete(clone.file("output"));
        assertThat(run("plan", "plan").status()).isZero();
        assertThat(clone.file("output")).content().as("nobody is asked").isEqualTo("direction=none\n");
    }

    @Test
    void endsRedWhereSomethingIsWrong() throws Exception {
        run("prove", "build");
        clone.addAMigration("V20990101000000__drop.sql", "DROP TABLE llm_configs;\n");
        Answer linted = run("prove", "lint");
        assertThat(linted.status()).as(linted.err()).isEqualTo(3);
        assertThat(clone.file("lint.sarif")).content().contains("drop-table");
        Answer unreachable = run("plan", "plan", Map.of("DB_URL", "postgres://127.0.0.1:1/none"));
        assertThat(unreachable.status()).isEqualTo(4);
        assertThat(clone.file("plan.txt")).content().startsWith("error: database-unreachable:");
        assertThat(clone.file("summary")).doesNotExist();
    }

    private Answer run(String job, String step) throws Exception {
        return run(job, step, Map.of());
    }

    private Answer run(String job, String step, Map<String, String> others) throws Exception {
        JsonNode found = WORKFLOW.at("/jobs/" + job + "/steps")
                .valueStream()
                .filter(each -> each.path("name").asString("").equals(step))
                .findFirst()
                .orElseThrow();
        Map<String, String> environment = new HashMap<>();
        for (JsonNode given :
                new JsonNode[] {WORKFLOW.path("env"), WORKFLOW.at("/jobs/" + job + "/env"), found.path("env")}) {
            given.properties()
                    .forEach(each ->
                            environment.put(each.getKey(), value(each.getValue().asString())));
        }
        environment.put("SHADOW", clone.shadow());
        environment.put("RUNNER_TEMP", root.toString());
        environment.put("GITHUB_STEP_SUMMARY", clone.file("summary").toString());
        environment.put("GITHUB_OUTPUT", clone.file("output").toString());
        environment.putAll(others);
        return clone.run(found.path("run").asString(), environment);
    }

    /** What GitHub writes in place of an expression; one that is not known here fails. */
    private String value(String text) {
        Map<String, String> known = Map.of(
                "github.base_ref", "main",
                "vars.DB_URL", clone.modules().connection().get(1),
                "vars.DB_USER", clone.modules().database().user(),
                "secrets.DB_PASSWORD", clone.modules().database().password());
        Matcher expression = EXPRESSION.matcher(text);
        return expression.replaceAll(
                each -> Matcher.quoteReplacement(Objects.requireNonNull(known.get(each.group(1)), each.group(1))));
    }
}

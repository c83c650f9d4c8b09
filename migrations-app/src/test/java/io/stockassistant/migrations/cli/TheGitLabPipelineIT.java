package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** deploy/gitlab/migrations.gitlab-ci.yml: every line of its scripts is run, on a database in use. */
final class TheGitLabPipelineIT {

    private static final JsonNode PIPELINE = DeployFile.yaml("deploy/gitlab/migrations.gitlab-ci.yml");

    @TempDir
    private Path root;

    @AutoClose
    private PipelineFolder clone;

    @BeforeEach
    void prepare() throws Exception {
        clone = new PipelineFolder(root);
    }

    private static JsonNode job(String name) {
        assertThat(PIPELINE.has("migrations:" + name)).as(name).isTrue();
        return PIPELINE.path("migrations:" + name);
    }

    @Test
    void asksBeforeItTouchesProduction() {
        JsonNode upgrade = job("upgrade");
        assertThat(upgrade.at("/rules/0/when").asString()).isEqualTo("manual");
        assertThat(upgrade.at("/rules/0/if").asString()).isEqualTo("$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH");
        assertThat(upgrade.at("/environment/name").asString()).isEqualTo("production");
        assertThat(upgrade.path("resource_group").asString()).isEqualTo("production");
        assertThat(upgrade.at("/variables/MIGRATIONS_ENVIRONMENT").asString()).isEqualTo("prod");
        assertThat(upgrade.path("needs").toString()).contains("migrations:plan");
        assertThat(job("plan").at("/artifacts/paths").toString()).contains("plan.json", "plan.txt");
        assertThat(job("lint").at("/artifacts/reports/codequality").asString())
                .isEqualTo("gl-code-quality-report.json");
        for (Map.Entry<String, JsonNode> each : PIPELINE.properties()) {
            if (each.getKey().startsWith("migrations:")) {
                assertThat(PIPELINE.has(each.getValue().path("extends").asString()))
                        .as(each.getKey())
                        .isTrue();
                assertThat(each.getValue().path("script").valueStream())
                        .as(each.getKey())
                        .allMatch(JsonNode::isString);
            }
        }
    }

    @Test
    void provesPlansAndUpgrades() throws Exception {
        for (String job : new String[] {"build", "lint", "check", "verify", "plan", "upgrade"}) {
            Answer answer = run(job, Map.of());
            assertThat(answer.status())
                    .as(job + ": " + answer.out() + answer.err())
                    .isZero();
            assertThat(answer.out() + answer.err())
                    .doesNotContain(clone.modules().database().password());
        }
        assertThat(JsonMapper.shared()
                        .readTree(clone.file("gl-code-quality-report.json").toFile())
                        .isArray())
                .isTrue();
        assertThat(clone.file("plan.txt")).content().contains("migrations to apply");
    }

    @Test
    void endsRedWhereSomethingIsWrong() throws Exception {
        run("build", Map.of());
        clone.addAMigration("V20990101000000__drop.sql", "DROP TABLE llm_configs;\n");
        assertThat(run("lint", Map.of()).status()).isEqualTo(3);
        assertThat(clone.file("gl-code-quality-report.json")).content().contains("drop-table");
        Answer unreachable = run("plan", Map.of("DB_URL", "postgres://127.0.0.1:1/none"));
        assertThat(unreachable.status()).isEqualTo(4);
        assertThat(unreachable.out()).startsWith("error: database-unreachable:");
    }

    private Answer run(String job, Map<String, String> others) throws Exception {
        Map<String, String> environment = new HashMap<>();
        for (JsonNode given : new JsonNode[] {PIPELINE.path("variables"), job(job).path("variables")}) {
            given.properties()
                    .forEach(each ->
                            environment.put(each.getKey(), each.getValue().asString()));
        }
        environment.remove("MAVEN_OPTS");
        environment.put("SHADOW", clone.shadow());
        environment.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", "origin/main");
        environment.put("DB_URL", clone.modules().connection().get(1));
        environment.put("DB_USER", clone.modules().database().user());
        environment.put(
                "DB_PASSWORD_FILE",
                Files.writeString(
                                root.resolve("secret"),
                                clone.modules().database().password())
                        .toString());
        environment.putAll(others);
        return clone.run(
                job(job).path("script").valueStream().map(JsonNode::asString).collect(Collectors.joining("\n")),
                environment);
    }
}

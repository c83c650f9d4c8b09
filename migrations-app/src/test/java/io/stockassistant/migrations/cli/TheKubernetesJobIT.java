package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** deploy/kubernetes/job.yaml: its fields, and its command line, started as the image starts it. */
final class TheKubernetesJobIT {

    private static final JsonNode JOB = DeployFile.yaml("deploy/kubernetes/job.yaml");
    private static final JsonNode POD = JOB.at("/spec/template/spec");
    private static final JsonNode CONTAINER = POD.at("/containers/0");

    @TempDir
    private Path folder;

    private TwoModules modules; // for its database

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void isAJobThatRunsOnce() {
        assertThat(JOB.path("apiVersion").asString()).isEqualTo("batch/v1");
        assertThat(JOB.path("kind").asString()).isEqualTo("Job");
        assertThat(JOB.at("/metadata/name").asString()).isNotEmpty();
        assertThat(POD.path("restartPolicy").asString()).isEqualTo("Never");
        assertThat(JOB.at("/spec/backoffLimit").isIntegralNumber()).isTrue();
        assertThat(JOB.at("/spec/activeDeadlineSeconds").asInt()).isPositive();
        assertThat(POD.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(20);
        assertThat(POD.path("containers")).hasSize(1);
        assertThat(CONTAINER.path("image").asString()).matches("\\S+:(?!latest)\\S+");
    }

    /** Another try is of use where the database was not there, and nowhere else. */
    @Test
    void triesAgainWhereThatHelps() {
        List<Integer> given = Stream.concat(
                        Stream.of(0, 130, 143),
                        JOB.at("/spec/podFailurePolicy/rules/1/onExitCodes/values")
                                .valueStream()
                                .map(JsonNode::asInt))
                .toList();
        assertThat(Arrays.stream(ExitStatus.values()).map(ExitStatus::number).filter(each -> !given.contains(each)))
                .containsExactly(ExitStatus.DATABASE.number());
        assertThat(JOB.at("/spec/podFailurePolicy/rules/1/onExitCodes/containerName")
                        .asString())
                .isEqualTo(CONTAINER.path("name").asString());
    }

    @Test
    void hasNoRightsThatItDoesNotNeed() {
        String user = ContainerFile.read().ofImage("USER").words();
        assertThat(POD.at("/securityContext/runAsUser").asString() + ":"
                        + POD.at("/securityContext/runAsGroup").asString())
                .isEqualTo(user);
        assertThat(POD.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(POD.at("/securityContext/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
        assertThat(POD.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        JsonNode context = CONTAINER.path("securityContext");
        assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(context.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
    }

    @Test
    void hasThePasswordInAFileAlone() {
        assertThat(CONTAINER.toString()).doesNotContain("secretKeyRef");
        assertThat(CONTAINER.path("args").valueStream().map(JsonNode::asString))
                .contains("--password-file=" + mountOf("secrets") + "/password");
        assertThat(POD.at("/volumes/1/secret/secretName").asString()).isNotEmpty();
        List<String> volumes = POD.path("volumes")
                .valueStream()
                .map(each -> each.path("name").asString())
                .toList();
        assertThat(CONTAINER
                        .path("volumeMounts")
                        .valueStream()
                        .map(each -> each.path("name").asString()))
                .containsExactlyElementsOf(volumes);
    }

    @Test
    void hasHalfOfItsMemoryAsHeap() {
        assertThat(CONTAINER.at("/resources/limits/memory").asString()).isEqualTo("512Mi");
        assertThat(ContainerFile.read().ofImage("ENTRYPOINT").exec()).contains("-XX:MaxRAMPercentage=50");
    }

    @Test
    void carriesOutTheApprovedPlanInThatHeapAndWritesNoFile() throws Exception {
        Path plan = Files.createDirectories(folder.resolve("plan"));
        List<String> make =
                new ArrayList<>(List.of("plan", "-o", plan.resolve("plan.json").toString()));
        make.addAll(modules.connection());
        assertThat(TheProgram.run(folder, make).status()).isZero();

        Answer upgraded = run(plan, modules.connection().get(1));

        assertThat(upgraded.status()).as(upgraded.err()).isZero();
        assertThat(upgraded.out()).contains("Applied ");
        assertThat(folder.resolve("work")).isEmptyDirectory();
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
        assertThat(run(plan, modules.connection().get(1)).status())
                .as("once is enough")
                .isEqualTo(6);
        assertThat(run(plan, "postgres://127.0.0.1:1/none").status()).isEqualTo(4);
    }

    /** With the folders of this test in the place of those that are mounted. */
    private Answer run(Path plan, String url) throws Exception {
        Map<String, String> mounted = Map.of(
                mountOf("plan"), plan.toString(),
                mountOf("secrets"), folder.toString());
        Path tmp = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = ContainerFile.read().start(TheProgram.jar().toString());
        command.addAll(1, List.of("-Xmx256m", "-Djava.io.tmpdir=" + tmp));
        for (JsonNode word : CONTAINER.path("args")) {
            String text = word.asString()
                    .replace("$(MIGRATIONS_URL)", url)
                    .replace("$(MIGRATIONS_USER)", modules.connection().get(3));
            for (Map.Entry<String, String> each : mounted.entrySet()) {
                text = text.replace("=" + each.getKey() + "/", "=" + each.getValue() + "/");
            }
            command.add(text);
        }
        String environment = CONTAINER.at("/env/0/value").asString();
        assertThat(CONTAINER.at("/env/0/name").asString()).isEqualTo("MIGRATIONS_ENVIRONMENT");
        return TheProgram.startCommand(
                        Files.createDirectories(folder.resolve("work")),
                        Map.of("MIGRATIONS_ENVIRONMENT", environment, "KUBERNETES_SERVICE_HOST", "10.0.0.1"),
                        command)
                .answer();
    }

    private static String mountOf(String volume) {
        return CONTAINER
                .path("volumeMounts")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(volume))
                .map(each -> each.path("mountPath").asString())
                .findFirst()
                .orElseThrow();
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.ContainerFile.Instruction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What deploy/Dockerfile and .dockerignore say. No image is built here: there is no Docker where these tests run. */
class TheContainerFileTest {

    private static final ContainerFile FILE = ContainerFile.read();
    private static final IgnoredByDocker IGNORED = new IgnoredByDocker(DeployFile.text(".dockerignore"));

    @Test
    void buildsInOneStageAndRunsInAnother() {
        List<String> stages = FILE.list("FROM").stream().map(Instruction::words).toList();
        assertThat(stages).hasSize(2).allMatch(each -> each.matches("\\S+:\\S*17\\S*( AS build)?"));
        assertThat(stages).noneMatch(each -> each.contains(":latest"));
        assertThat(stages.get(0)).endsWith(" AS build");
        assertThat(stages.get(1)).endsWith("-jre");
        assertThat(FILE.list("COPY").get(0).words()).isEqualTo(". .");
        assertThat(FILE.listOfImage()).noneMatch(each -> each.name().equals("RUN"));
    }

    @Test
    void takesOverTheJarWithoutAServerAndNothingElse() {
        Instruction copy = FILE.ofImage("COPY");
        assertThat(copy.words())
                .isEqualTo("--from=build --chmod=0444 /src/migrations-app/target/migrations-app-slim.jar"
                        + " /opt/migrations/migrations.jar");
        assertThat(FILE.list("RUN"))
                .singleElement()
                .satisfies(run -> assertThat(run.words()).contains("-Pslim", "-pl migrations-app -am", "package"));
        assertThat(FILE.ofImage("ENTRYPOINT").exec()).endsWith("-jar", "/opt/migrations/migrations.jar");
        assertThat(DeployFile.text("pom.xml")).contains("<jar.of.platform>-slim</jar.of.platform>");
    }

    @Test
    void isNotRunByRoot() {
        assertThat(FILE.ofImage("USER").words()).matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(FILE.listOfImage().indexOf(FILE.ofImage("USER")))
                .isGreaterThan(FILE.listOfImage().indexOf(FILE.ofImage("COPY")));
    }

    /** A shell as process 1 would keep SIGTERM for itself. */
    @Test
    void startsJavaWithoutAShell() {
        assertThat(FILE.ofImage("ENTRYPOINT").exec()).startsWith("java");
        assertThat(FILE.ofImage("CMD").exec()).containsExactly("status");
        assertThat(FILE.ofImage("WORKDIR").words()).startsWith("/");
    }

    @Test
    void saysWhatItIs() {
        assertThat(FILE.ofImage("LABEL").words())
                .contains(
                        "org.opencontainers.image.title=",
                        "org.opencontainers.image.description=",
                        "org.opencontainers.image.version=",
                        "org.opencontainers.image.revision=");
    }

    @Test
    void hasNoSecretInALayer() {
        assertThat(FILE.list())
                .noneMatch(each -> List.of("ADD", "ENV", "VOLUME", "EXPOSE").contains(each.name()))
                .noneMatch(each -> each.words().matches("(?is).*(passw|secret|token|apt-get|sudo|curl|wget).*"));
        assertThat(FILE.list("ARG"))
                .extracting(Instruction::words)
                .allMatch(each -> each.matches("(VERSION|REVISION)=unknown"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env",
                "shared/src/main/resources/.env",
                ".git/config",
                ".data/18/PG_VERSION",
                "migrations-app/target/migrations-app.jar",
                "migrations-engine/src/test/java/A.java",
                "deploy/kubernetes/job.yaml",
                "plan.json",
                "password",
                "shared/src/main/resources/server.key"
            })
    void doesNotSeeWhatIsNoSource(String path) {
        assertThat(IGNORED.isIgnored(path)).isTrue();
    }

    /** A migration that an image was built without would be one that nobody runs. */
    @Test
    void seesEverySource() throws IOException {
        List<String> sources = listSources();
        assertThat(sources).hasSizeGreaterThan(400).anyMatch(each -> each.contains("must_change_password.sql"));
        assertThat(sources).noneMatch(IGNORED::isIgnored);
    }

    private static List<String> listSources() throws IOException {
        try (Stream<Path> all = Files.walk(DeployFile.ROOT)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> DeployFile.ROOT.relativize(each).toString().replace('\\', '/'))
                    .filter(
                            each -> each.matches(
                                    "(pom\\.xml|LICENSE|NOTICE|\\.mvn/.*|[^/]+/pom\\.xml|examples/stock-desk/pom\\.xml|[^/]+/src/main/.*)"))
                    .toList();
        }
    }
}

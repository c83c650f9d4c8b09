package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting fast is not loading what is not needed: without a log, no logger; without models, nothing that reads them. */
final class APlainRunIT {

    private static final List<String> OF_AUTOGENERATE =
            List.of("org.hibernate", "org.jboss", "net.bytebuddy", "org.pgcodekeeper", "org.jgrapht", "org.antlr");

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

    /** The classes that a command loads, on the modules of a folder. */
    private List<String> loadedBy(String words) throws IOException, InterruptedException {
        return loadedBy(words, modules.modulesOption());
    }

    private List<String> loadedBy(String words, List<String> more) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                TheProgram.javaHome().resolve("bin/java").toString(),
                "-Xlog:class+load:file=" + log,
                "-jar",
                TheProgram.jar().toString()));
        command.addAll(Stream.of(words.split(" ", -1)).toList());
        command.addAll(more);
        command.addAll(modules.connection());
        Answer answer = TheProgram.startCommand(folder, Map.of(), command).answer();
        assertThat(answer.status()).as(answer.err()).isZero();
        return Files.readAllLines(log);
    }

    /** On the modules of the jar, which have models. */
    @ParameterizedTest
    @ValueSource(strings = {"heads", "status", "upgrade", "current", "plan", "drift"})
    void loadsNothingThatReadsModelsOrWritesScripts(String command) throws IOException, InterruptedException {
        assertThat(loadedBy("upgrade", List.of())).hasSizeGreaterThan(1000).noneMatch(APlainRunIT::isOfAutogenerate);
        List<String> shadow =
                List.of("--shadow-url", modules.connection("postgres").get(1));
        assertThat(loadedBy(command, command.equals("drift") ? shadow : List.of()))
                .noneMatch(APlainRunIT::isOfAutogenerate);
    }

    private static boolean isOfAutogenerate(String line) {
        return OF_AUTOGENERATE.stream().anyMatch(each -> line.contains(" " + each + "."));
    }

    private static boolean isOfLogging(String line) {
        return line.contains(" ch.qos.logback.") || line.contains(" org.slf4j.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "current", "status", "downgrade base"})
    void loadsNoClassOfLogbackOrSlf4j(String command) throws IOException, InterruptedException {
        assertThat(loadedBy("upgrade")).hasSizeGreaterThan(1000).noneMatch(APlainRunIT::isOfLogging);
        assertThat(loadedBy(command)).noneMatch(APlainRunIT::isOfLogging);
        assertThat(loadedBy(command + " --echo")).noneMatch(APlainRunIT::isOfLogging);
    }

    @Test
    void loadsThemWhenALogIsAskedFor() throws IOException, InterruptedException {
        assertThat(loadedBy("current --log-file " + folder.resolve("run.log"))).anyMatch(APlainRunIT::isOfLogging);
        assertThat(folder.resolve("run.log"))
                .content()
                .contains("migrations.command: current begun, version migrations ");
    }
}

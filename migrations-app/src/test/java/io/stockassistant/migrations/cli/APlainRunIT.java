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

/** Starting fast is not loading what is not needed: without a log, no logger. */
final class APlainRunIT {

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

    /** The classes that a command loads. */
    private List<String> loadedBy(String words) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                TheProgram.javaHome().resolve("bin/java").toString(),
                "-Xlog:class+load:file=" + log,
                "-jar",
                TheProgram.jar().toString()));
        command.addAll(Stream.of(words.split(" ", -1)).toList());
        command.addAll(modules.modulesOption());
        command.addAll(modules.connection());
        Answer answer = TheProgram.startCommand(folder, Map.of(), command).answer();
        assertThat(answer.status()).as(answer.err()).isZero();
        return Files.readAllLines(log);
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

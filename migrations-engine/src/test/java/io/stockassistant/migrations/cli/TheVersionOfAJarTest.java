package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code --version} makes of a manifest. */
class TheVersionOfAJarTest {

    private static BuildManifest manifest(Map<String, String> entries) {
        Attributes attributes = new Attributes();
        entries.forEach(attributes::putValue);
        return new BuildManifest(attributes);
    }

    @ParameterizedTest
    @CsvSource({"f6fad9e, false, (commit f6fad9e)", "f6fad9e, true, (commit f6fad9e and changes)"})
    void saysFromWhichCommitItWasBuilt(String commit, String dirty, String said) {
        BuildManifest manifest = manifest(Map.of("Implementation-Commit", commit, "Implementation-Dirty", dirty));
        assertThat(ProgramVersion.lines(Optional.of(manifest)))
                .singleElement()
                .asString()
                .startsWith("migrations ")
                .contains(" " + said + " on Java " + System.getProperty("java.version") + " (");
    }

    @Test
    void saysWhichServerItBrings() {
        assertThat(ProgramVersion.lines(Optional.of(manifest(Map.of("Embedded-Server", "none")))))
                .hasSize(2)
                .contains("Embedded server: none");
    }

    @Test
    void knowsNoCommitWithoutAManifest() {
        assertThat(ProgramVersion.lines(Optional.of(manifest(Map.of()))))
                .singleElement()
                .asString()
                .contains("(commit unknown)");
        assertThat(ProgramVersion.lines(Optional.empty()))
                .singleElement()
                .asString()
                .doesNotContain("commit");
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes along with the program: its licence and those of others, what it is made of, and from which commit. */
final class ThePapersOfTheJarIT {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Pattern IN_LIST = Pattern.compile("(?m)^([\\w.-]+:[\\w.-]+:\\S+)\\R  ([^;\\n]+)");
    private static final Pattern WITHOUT_A_TEXT = Pattern.compile("Apache-2.0|0BSD");
    private static final String BILL = "META-INF/sbom/migrations.cdx.json";

    @TempDir
    private Path folder;

    private static String read(Path file, String entry) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            JarEntry found = jar.getJarEntry(entry);
            assertThat(found).as("%s in %s", entry, file).isNotNull();
            try (InputStream content = jar.getInputStream(found)) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static String read(String entry) throws IOException {
        return read(TheProgram.jar(), entry);
    }

    /** Licences by coordinates, as the list has them. */
    private static SortedMap<String, String> list() throws IOException {
        return IN_LIST.matcher(read("META-INF/THIRD-PARTY.txt"))
                .results()
                .collect(Collectors.toMap(
                        each -> each.group(1), (MatchResult each) -> each.group(2), (one, two) -> one, TreeMap::new));
    }

    @Test
    void everyJarOfTheBuildHasLicenceAndNotice() throws IOException {
        String licence = Files.readString(ROOT.resolve("LICENSE"));
        assertThat(licence).contains("Apache License", "Version 2.0, January 2004");
        try (Stream<Path> folders = Files.list(ROOT)) {
            for (Path target : folders.map(each -> each.resolve("target"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.list(target)) {
                    for (Path jar : files.filter(each -> each.toString().endsWith("-SNAPSHOT.jar"))
                            .toList()) {
                        assertThat(read(jar, "META-INF/LICENSE"))
                                .as(jar.toString())
                                .isEqualTo(licence);
                        assertThat(read(jar, "META-INF/NOTICE"))
                                .as(jar.toString())
                                .startsWith("Stock Assistant");
                    }
                }
            }
        }
        assertThat(read("META-INF/LICENSE")).isEqualTo(licence);
        assertThat(read("META-INF/NOTICE"))
                .contains(
                        "Stock Assistant and its migrations", "Spring Framework", "Apache Commons Compress", "Jackson");
    }

    @Test
    void listsWhatIsInsideWithItsTexts() throws IOException {
        SortedMap<String, String> list = list();
        assertThat(list).hasSizeGreaterThan(30).containsKeys("info.picocli:picocli:4.7.7");
        try (JarFile jar = new JarFile(TheProgram.jar().toFile())) {
            String texts = jar.stream()
                    .map(JarEntry::getName)
                    .filter(each -> each.startsWith("META-INF/licenses/") && !each.endsWith("/"))
                    .collect(Collectors.joining("\n"));
            String named = read("META-INF/licenses/EPL-2.0.txt") + read("META-INF/licenses/jline/LICENSE.txt");
            list.forEach((coordinates, licence) -> {
                String artifact = coordinates.split(":", -1)[1];
                if (!WITHOUT_A_TEXT.matcher(licence).matches()) {
                    assertThat(texts.contains("/licenses/" + artifact + "/") || named.contains(artifact))
                            .as("the text of %s (%s) in META-INF/licenses", coordinates, licence)
                            .isTrue();
                }
            });
        }
    }

    @Test
    void billAndListAgree() throws IOException {
        assumeFalse(System.getProperty("maven.mode").equals("offline true"), "the bill is made online only");
        String text = read(BILL);
        assertThat(text).as("the same in every build").doesNotContain("serialNumber", "\"timestamp\"");
        JsonNode bill = Answer.parse(text);
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        List<String> components = StreamSupport.stream(bill.path("components").spliterator(), false)
                .filter(each -> !each.path("group").asString().equals("io.stockassistant"))
                .map(each ->
                        each.path("group").asString() + ":" + each.path("name").asString() + ":"
                                + each.path("version").asString())
                .toList();
        assertThat(new TreeSet<>(components)).isEqualTo(list().keySet());
        assertThat(TheProgram.jar().resolveSibling("migrations.cdx.json"))
                .content()
                .isEqualTo(text);
        assertThat(TheProgram.jar().resolveSibling("THIRD-PARTY.txt"))
                .content()
                .isEqualTo(read("META-INF/THIRD-PARTY.txt"));
    }

    @Test
    void saysFromWhichCommitItWasBuiltAndWhichServerItBrings() throws InterruptedException {
        Answer answer = TheProgram.run(folder, List.of("--version"));
        assertThat(answer.out())
                .matches(
                        "migrations \\S+ \\(commit ([0-9a-f]{7}|unknown)( and changes)?\\) on Java \\S+ \\(.+\\), .+\\R"
                                + "Embedded server: PostgreSQL " + Integer.getInteger("tests.postgres.major", 18)
                                + "\\.\\S+ for \\S+\\R");
    }
}

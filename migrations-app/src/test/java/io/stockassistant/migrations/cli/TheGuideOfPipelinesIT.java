package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** docs/guides/in-your-pipeline.md: what Maven is told to start is started, with the values of its own properties. */
final class TheGuideOfPipelinesIT {

    private static final String GUIDE = DeployFile.text("docs/guides/in-your-pipeline.md");

    @TempDir
    private Path folder;

    private TwoModules modules; // for its database

    @BeforeEach
    void prepare() throws Exception {
        modules = new TwoModules(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @Test
    void hasALineThatCreatesAndUpgradesTheDatabaseOfTests() throws Exception {
        List<Document> snippets = snippets();
        assertThat(texts(snippets.get(0), "phase")).containsExactly("pre-integration-test");
        assertThat(texts(snippets.get(0), "skip")).containsExactly("${skipITs}");
        assertThat(texts(snippets.get(1), "migrations.jar")).isNotEmpty();
        Files.move(folder.resolve("modules"), folder.resolve("migrations"));
        String name = modules.database().name() + "_new";
        Map<String, String> properties = Map.of(
                "java.home", TheProgram.javaHome().toString(),
                "migrations.jar", TheProgram.jar().toString(),
                "project.basedir", folder.toString(),
                "db.address",
                        modules.database().host() + ":" + modules.database().port(),
                "db.name", name,
                "db.user", modules.database().user());
        List<String> command = new ArrayList<>(texts(snippets.get(0), "executable"));
        command.addAll(texts(snippets.get(0), "argument"));
        for (Map.Entry<String, String> each : properties.entrySet()) {
            command.replaceAll(word -> word.replace("${" + each.getKey() + "}", each.getValue()));
        }

        Answer answer = TheProgram.startCommand(
                        folder, Map.of("PGPASSWORD", modules.database().password()), command)
                .answer();

        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.err()).isEqualTo("Created the database \"" + name + "\".\n");
        assertThat(answer.out()).contains("Applied 3 migrations");
        try (Connection connection = modules.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name);
        }
    }

    private static List<Document> snippets() throws Exception {
        List<Document> found = new ArrayList<>();
        for (MatchResult each : Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL)
                .matcher(GUIDE)
                .results()
                .toList()) {
            found.add(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<plugins>" + each.group(1) + "</plugins>"))));
        }
        return found;
    }

    private static List<String> texts(Document document, String element) {
        NodeList nodes = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}

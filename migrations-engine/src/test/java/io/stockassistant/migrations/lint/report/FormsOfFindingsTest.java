package io.stockassistant.migrations.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.stockassistant.migrations.lint.Finding;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.rule.Rules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same findings in the forms of other programs. */
class FormsOfFindingsTest {

    private static final Finding ERROR = new Finding(
            "drop-column",
            "A column is dropped",
            Severity.ERROR,
            "shop",
            "shop@2",
            "./shop/db/my files/V2__b,c.sql",
            3,
            5,
            "ALTER TABLE t\n  DROP COLUMN a",
            "The values of shop.t.a | \"100 %\" <gone>\u0001.",
            "Keep it:\nfor a while.",
            "",
            null);

    private static final Finding WARNING = new Finding(
            "rename", "A rename", Severity.WARNING, "shop", "shop@2", "V2__b.sql", 1, 1, "", "One.", "Two.", "", null);

    private static final Finding NOTE = new Finding(
            "naming", "A name", Severity.INFO, "shop", "shop@1", "V1__a.sql", 1, 1, "", "One.", "Two.", "", null);

    private static final List<Finding> ALL = List.of(ERROR, WARNING, NOTE);

    private static JsonNode json(Object value) {
        return new JsonMapper().valueToTree(value);
    }

    @Test
    void areSarifOfTheStandard() throws IOException {
        JsonNode log = json(Sarif.of(ALL, Rules.abouts(), "1.0"));
        try (InputStream file = Objects.requireNonNull(
                FormsOfFindingsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(file);

            assertThat(schema.validate(log)).isEmpty();
            assertThat(schema.validate(log.toString().replace("\"startLine\":3", "\"startLine\":0"), InputFormat.JSON))
                    .as("the schema is not blind")
                    .isNotEmpty();
        }
        JsonNode results = log.at("/runs/0/results");
        assertThat(results.at("/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("shop/db/my%20files/V2__b,c.sql");
        assertThat(results.at("/0/locations/0/physicalLocation/region/startColumn")
                        .asInt())
                .isEqualTo(5);
        assertThat(results.findValuesAsString("level")).containsExactly("error", "warning", "note");
        assertThat(log.at("/runs/0/tool/driver/rules").findValuesAsString("id"))
                .contains("index-not-concurrent", "cannot-run");
    }

    @Test
    void areCodeQualityOfGitLab() {
        JsonNode issues = json(GitLab.of(ALL));

        assertThat(issues.findValuesAsString("severity")).containsExactly("critical", "minor", "info");
        assertThat(issues.at("/0/location/path").asString()).isEqualTo("shop/db/my files/V2__b,c.sql");
        assertThat(issues.at("/0/location/lines/begin").asInt()).isEqualTo(3);
        assertThat(issues.findValuesAsString("fingerprint"))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void areCommandsOfAWorkflow() {
        assertThat(GitHub.lines(ALL))
                .containsExactly(
                        "::error file=shop/db/my files/V2__b%2Cc.sql,line=3,col=5,title=drop-column::The values of"
                                + " shop.t.a | \"100 %25\" <gone>\u0001.%0AKeep it:%0Afor a while.",
                        "::warning file=V2__b.sql,line=1,col=1,title=rename::One.%0ATwo.",
                        "::notice file=V1__a.sql,line=1,col=1,title=naming::One.%0ATwo.");
    }

    @Test
    void areTestsThatFail() throws Exception {
        String xml = JUnit.of(ALL, List.of("shop@1", "shop@2"));

        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains(
                        "shop/db/my files/V2__b,c.sql:3: error [drop-column] The values of shop.t.a | \"100 %\" <gone>?.")
                .doesNotContain("[rename]");
    }

    @Test
    void areAComment() {
        assertThat(Markdown.of(ALL, 2))
                .contains("1 error and 2 other findings.")
                .contains("| error | `shop/db/my files/V2__b,c.sql:3` | **drop-column**: The values of shop.t.a \\|"
                        + " \"100 %\" &lt;gone>\u0001.<br>Keep it:<br>for a while. |");
        assertThat(Markdown.of(List.of(), 1)).contains("1 migration: nothing found.");
    }

    @Test
    void areTheSameWhereLinesHaveMoved() {
        Finding moved = new Finding(
                ERROR.code(),
                ERROR.title(),
                Severity.WARNING,
                ERROR.module(),
                ERROR.migration(),
                "elsewhere/V2__b,c.sql",
                30,
                1,
                "ALTER TABLE t DROP COLUMN a",
                ERROR.message(),
                "Something else.",
                "It has 3 rows.",
                null);

        assertThat(Fingerprint.of(moved)).isEqualTo(Fingerprint.of(ERROR)).isNotEqualTo(Fingerprint.of(NOTE));
    }
}

package io.stockassistant.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.lint.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the rules says what the classes say: it is written from them. */
class TheRulesInTheDocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "lint", "README.md");

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @Test
    void areThoseOfTheClasses() throws IOException {
        String page = page(Rules.abouts());
        if (Boolean.getBoolean("tests.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("write it again: ./mvnw -pl migrations-engine -am test -Dtests.write=true"
                        + " -Dtest=TheRulesInTheDocumentationTest -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(page);
    }

    @Test
    void haveCodesAndSentences() {
        List<About> abouts = Rules.abouts();

        assertThat(abouts).extracting(About::code).doesNotHaveDuplicates().allMatch(CODE.asMatchPredicate());
        assertThat(abouts).allSatisfy(each -> {
            assertThat(each.title()).as(each.code()).isNotBlank().doesNotEndWith(".");
            assertThat(each.reason()).as(each.code()).endsWith(".");
            assertThat(each.safer()).as(each.code()).endsWith(".");
        });
    }

    @Test
    void areThereToBeExcusedBySmallTables() {
        assertThat(Rules.abouts()).extracting(About::code).containsAll(SizedFinding.ABOUT_TIME);
    }

    private static String page(List<About> abouts) {
        StringBuilder page = new StringBuilder("""
                # The rules of lint

                Written from the classes of the rules; how to use them is in [the guide](../guides/lint.md).

                | rule | severity | what it finds |
                |---|---|---|
                """);
        abouts.forEach(each -> page.append(
                "| [%s](#%s) | %s | %s |\n".formatted(each.code(), each.code(), each.severity(), each.title())));
        abouts.forEach(each -> page.append(
                "\n## %s\n\n%s. %s\n\nSafer: %s\n".formatted(each.code(), each.title(), each.reason(), each.safer())));
        return page.toString();
    }
}

package io.stockassistant.migrations.lint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.lint.Level;
import io.stockassistant.migrations.lint.LintSettings;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project writes about lint is taken as it stands, or refused with all that is wrong with it. */
class TheLintFileTest {

    private static final Set<String> CODES = Set.of("drop-column", "rename", "cannot-run");

    @TempDir
    private Path folder;

    private LintSettings read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("migrations.toml"), text);
        return LintFile.read(file, CODES, Set.of("shop", "billing"));
    }

    @Test
    void saysWhatRulesMean() throws IOException {
        LintSettings settings = read("""
                [lint]
                fail-on = "warning"
                small-table = 10_000

                [lint.rules]
                drop-column = "warning"
                rename = "off"

                [lint.modules.shop]
                rename = "error"

                [lint.names]
                index = "ix_{table}_{columns}"
                """);

        assertThat(settings)
                .isEqualTo(new LintSettings(
                        Severity.WARNING,
                        Map.of("drop-column", Level.WARNING, "rename", Level.OFF),
                        Map.of("shop", Map.of("rename", Level.ERROR)),
                        10_000,
                        Map.of("index", "ix_{table}_{columns}")));
    }

    @Test
    void mayBeEmpty() throws IOException {
        assertThat(read("")).isEqualTo(LintSettings.DEFAULTS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [lint.rules]~drop-colum = "off"            | lint.rules.drop-colum: there is no such rule
                    [lint.rules]~drop-column = "never"         | lint.rules.drop-column is one of "off", "info"
                    [lint.rules]~drop-column = 3               | lint.rules.drop-column is one of "off", "info"
                    [lint.rules]~cannot-run = "off"            | lint.rules.cannot-run cannot be off
                    [lint.modules.shopp]~rename = "off"        | there is no module shopp (there are billing, shop)
                    [lint]~fail-on = "info"                    | lint.fail-on is "error" or "warning"
                    [lint]~small-table = -1                    | lint.small-table is a number of rows
                    [lint]~smal-table = 1                      | lint.smal-table says nothing here (there are fail-on,
                    [lint.names]~table = "t"                   | lint.names.table says nothing here
                    [lint.names]~index = 3                     | lint.names.index is a name in quotes
                    [lint.names]~index = "ix_{tabel}"          | lint.names.index is a name in quotes, in which {table} and {columns} may stand
                    lint = 3                                   | lint is a table: write [lint] on a line of its own
                    [lint]~rules = "off"                       | lint.rules is a table
                    [lint.modules]~shop = "off"                | lint.modules.shop is a table
                    [lints]~fail-on = "error"                  | lints says nothing here (there are lint)
                    [lint]~fail-on = error                     | line 2 is no TOML
                    """)
    void isRefused(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("~", "\n")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problems())
                            .extracting(Problem::code)
                            .containsOnly(ProblemCode.INVALID_CONFIGURATION);
                    assertThat(refused.problems().get(0).message()).contains("migrations.toml: " + message);
                });
    }

    @Test
    void isRefusedWithAllThatIsWrong() {
        assertThatThrownBy(() -> read("[lint.rules]\na = \"off\"\nb = \"off\"\n"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems()).hasSize(2));
    }

    @Test
    void isRefusedIfItIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("migrations.toml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> LintFile.read(file, CODES, Set.of())).hasMessageContaining("it is not in UTF-8");
    }

    @Test
    void isRefusedIfItIsNotThere() {
        assertThatThrownBy(() -> LintFile.read(folder.resolve("none.toml"), CODES, Set.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none.toml");
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What has no version stands beside what has one, in texts and JSON. */
final class RepeatableMigrationsInReportsTest {

    @TempDir
    private Path folder;

    private TwoModules modules;

    @BeforeEach
    void prepare() throws IOException {
        modules = new TwoModules(folder);
        modules.write("alpha/R__monthly_view.sql", "CREATE OR REPLACE VIEW monthly AS SELECT id FROM one;\n");
    }

    @AfterEach
    void end() {
        modules.close();
    }

    private String out(String command) {
        Answer answer = modules.run(command);
        assertThat(answer.err()).as(command).isEmpty();
        return answer.out()
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "T")
                .replaceAll("\\d+(\\.\\d)? m?s\\b", "T")
                .replaceAll("postgres +\\d+\n", "postgres  N\n");
    }

    @Test
    void areReadBesideTheOthers() throws IOException {
        assertThat(out("plan")).isEqualTo("""
                    revision               description   in a transaction  why
                up  alpha@1                first         yes               pending
                up  alpha@2                second        yes               pending
                up  beta@1                 only          yes               pending
                up  alpha@R__monthly_view  monthly view  yes               pending
                4 migrations to apply.
                """);
        assertThat(out("upgrade")).isEqualTo("""
                module  migrations  version  time
                alpha   +3          2        T
                beta    +1          1        T
                Applied 4 migrations in T.
                """);
        assertThat(out("history alpha")).isEqualTo("""
                module  version  description   state    applied at           by        ms
                alpha   1        first         applied  T  postgres  N
                alpha   2        second        applied  T  postgres  N
                alpha   -        monthly view  applied  T  postgres  N
                """);
        modules.write(
                "alpha/R__monthly_view.sql", "CREATE OR REPLACE VIEW monthly AS SELECT id FROM one WHERE id > 0;\n");
        assertThat(out("current")).isEqualTo("""
                module  schema  current  head  pending
                alpha   alpha   2        2     1
                beta    beta    1        1     -
                """);
        assertThat(modules.run("status").status()).isEqualTo(3);
        assertThat(out("plan")).contains("alpha@R__monthly_view  monthly view  yes               changed\n");
        assertThat(out("upgrade")).isEqualTo("""
                module  migrations  version  time
                alpha   +1          -        T
                Applied 1 migration in T.
                """);
        assertThat(out("validate")).isEqualTo("Files and histories are valid.\n");
    }

    @Test
    void areShownUnderTheNameThatAPlanPrints() {
        assertThat(modules.run("plan").out()).contains("alpha@R__monthly_view");
        Answer answer = modules.run("show alpha@R__monthly_view");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(answer.out())
                .startsWith("alpha@R__monthly_view  monthly view")
                .contains("CREATE OR REPLACE VIEW");
        assertThat(modules.run("show alpha@R__monthly_view --output json")
                        .json()
                        .at("/upgrade/sql")
                        .asString())
                .startsWith("CREATE OR REPLACE VIEW monthly");
    }

    @Test
    void haveNoVersionInJson() {
        JsonNode plan = modules.run("plan --output json").json();
        assertThat(plan.at("/steps/3/version").isNull()).isTrue();
        assertThat(plan.at("/steps/3/script").asString()).isEqualTo("R__monthly_view.sql");
        assertThat(plan.at("/steps/3/checksum").isNumber()).isTrue();
        JsonNode upgrade = modules.run("upgrade --output json").json();
        assertThat(upgrade.at("/steps/3/version").isNull()).isTrue();
        JsonNode history = modules.run("history alpha --output json").json();
        assertThat(history.at("/migrations/2/version").isNull()).isTrue();
        assertThat(history.at("/migrations/2/description").asString()).isEqualTo("monthly view");
        assertThat(history.at("/migrations/2/state").asString()).isEqualTo("applied");
    }

    @ParameterizedTest
    @CsvSource({
        "-- depends-on: beta@1,invalid-header",
        "-- irreversible: gone,invalid-header",
        "-- depends on: beta@1,invalid-header",
        "-- depends-on: nothing,invalid-header"
    })
    void haveNoHeader(String line, String code) throws IOException {
        modules.write("alpha/R__monthly_view.sql", line + "\nSELECT 1;\n");
        Answer answer = modules.run("upgrade");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err()).contains(code, "R__monthly_view.sql:1");
    }

    @ParameterizedTest
    @CsvSource({"alpha/R__monthly view.sql,DUPLICATE-VERSION", "alpha/R__Monthly_view.sql,"})
    void haveADescriptionOfTheirOwn(String other, String code) throws IOException {
        modules.write(other, "SELECT 1;\n");
        Answer answer = modules.run("upgrade");
        if (code == null) {
            assertThat(answer.status()).isZero();
        } else {
            assertThat(answer.err()).containsIgnoringCase(code).contains("are called 'monthly view'");
        }
    }

    @Test
    void thatAreGoneAreNamedAndASimilarFileTo() throws IOException {
        modules.run("upgrade");
        modules.delete("alpha/R__monthly_view.sql");
        assertThat(modules.run("upgrade").err())
                .contains(
                        "missing-file", "R__monthly_view.sql of alpha has run, but its file is gone.", "repair alpha");
        modules.write("alpha/R__weekly_view.sql", "CREATE OR REPLACE VIEW monthly AS SELECT id FROM one;\n");
        assertThat(modules.run("status").err()).contains("renamed to R__weekly_view.sql");
        JsonNode repaired = modules.run("repair alpha --yes --output json").json();
        assertThat(repaired.at("/repaired/0/version").isNull()).isTrue();
        assertThat(Stream.of("status", "upgrade", "status")
                        .map(each -> modules.run(each).status()))
                .containsExactly(3, 0, 0);
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be repeated may be so on both sides of the command; a value that got lost would be another script. */
class OptionsBeforeAndBehindTheCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgrade --placeholder a=1 --placeholder b=2",
                "--placeholder a=1 upgrade --placeholder b=2",
                "--placeholder b=2 upgrade --placeholder a=1",
                "--placeholder=a=1 upgrade alpha --placeholder=b=2",
                "--placeholder a=1 --placeholder b=2 upgrade",
                "--placeholder a=1 --no-color upgrade --placeholder b=2 alpha",
            })
    void giveAllTheirValues(String line, @TempDir Path folder) throws IOException, SQLException {
        try (TwoModules modules = new TwoModules(folder)) {
            modules.write("alpha/V2__second.sql", "CREATE TABLE two AS SELECT '${a} ${b}' AS said;\n");
            List<String> args = new ArrayList<>(List.of(line.split(" ")));
            args.addAll(modules.modulesOption());
            args.addAll(modules.connection());
            Answer answer = Answer.of(args);
            assertThat(answer.err()).isEmpty();
            assertThat(answer.status()).isZero();
            try (Connection connection = modules.database().connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT said FROM alpha.two")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("1 2");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--placeholder a=1 heads --placeholder a=2,                        The placeholder ${a} is given twice.",
        "--placeholder a=1 backfill --placeholder A=2 list,                The placeholder ${A} is given twice.",
        "backfill --placeholder a=1 list --placeholder a=2,                The placeholder ${a} is given twice.",
        "--placeholder a=1 backfill --placeholder b=1 list --placeholder a=2, The placeholder ${a} is given twice.",
        "--placeholder a heads --placeholder b=2,          What stands behind --placeholder is not of the form NAME=VALUE.",
        "--modules-jar gone.jar heads --modules-jar b.jar,                 gone.jar cannot be opened",
        "--modules-jar gone.jar backfill --modules-jar b.jar list --modules-jar c.jar, gone.jar cannot be opened",
    })
    void areCheckedWhereverTheyStand(String line, String message) {
        Answer answer = Answer.of(List.of(line.split(" ")));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains(message);
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.Psql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --sql} prints. */
final class PrintingAScriptTest {

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

    @Test
    void isTheTextOfTheFilesByteForByte() throws IOException {
        String statement = "COMMENT ON TABLE one IS 'l1\r\nl2\rl3 \u0085 \u2028'";
        modules.write("alpha/V3__comment.sql", statement + ";\r\n");
        String script = print("upgrade --sql base:head");
        assertThat(script).contains("\n" + statement + "\n;\n").endsWith(";\n");
        assertThat(modules.run("upgrade --sql base:head --output json")
                        .json()
                        .path("sql")
                        .asString())
                .contains(statement);
    }

    @Test
    void runsRepeatablesAgainThatNobodyHasLookedAt() throws IOException {
        modules.write("alpha/R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM one;\n");
        assertThat(modules.run("upgrade").status()).isZero();
        Path where = Files.writeString(
                folder.resolve("where.json"),
                modules.run("current --output json").out());
        modules.write("alpha/R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT id, 1 AS more FROM one;\n");

        String script = print("upgrade --sql --from " + where + " head");
        assertThat(script).contains("SELECT id, 1 AS more FROM one");
        Psql.Result result = Psql.type(modules.database(), modules.database().name(), script);
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(modules.run("status").status()).isZero();
        assertThat(print("upgrade --sql")).isEqualTo("-- Nothing to do.\n");
        assertThat(print("upgrade --sql --from " + where + " beta")).isEqualTo("-- Nothing to do.\n");
    }

    @Test
    void isRefusedWhenAFileSpeaksToPsql() throws IOException {
        modules.write("alpha/V3__bad.sql", "CREATE TABLE t ();\n\\! touch /tmp/x\n");
        Answer answer = modules.run("upgrade --sql base:head");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("unsupported-statement", "V3__bad.sql:2", "\\!");
        assertThat(modules.run("upgrade").err()).contains("unsupported-statement");
        assertThat(modules.run("current").out()).contains("alpha   alpha   -");
    }

    private String print(String command) {
        Answer answer = modules.run(command);
        assertThat(answer.status()).as(command + answer.err()).isZero();
        return answer.out();
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code status} and {@code current} where not everything went well. */
final class WhereADatabaseStandsTest {

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
    void isAtTheLastVersionThatIsWhole() throws IOException {
        modules.write("alpha/V2__second.sql", "CREATE INDEX CONCURRENTLY i ON one (id);\nSELECT 1 / 0;\n");
        modules.write("alpha/V2__second.sql.conf", "executeInTransaction=false\n");
        assertThat(modules.run("upgrade alpha").status()).isEqualTo(5);
        JsonNode alpha = modules.run("current --output json").json().at("/modules/0");
        assertThat(alpha.path("current").asString()).isEqualTo("1");
        assertThat(alpha.path("pending").asInt()).isEqualTo(1);
        JsonNode status = modules.run("status --output json").json();
        assertThat(status.at("/modules/0/current").asString()).isEqualTo("1");
        assertThat(status.at("/problems/0/code").asString()).isEqualTo("failed-migration");
    }

    @Test
    void saysWhatTheNextUpgradeWouldMiss() throws IOException {
        assertThat(modules.run("upgrade").status()).isZero();
        modules.write("alpha/R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT ${start} AS a;\n");
        modules.write("beta/V2__empty.sql", "-- nothing\n");
        Answer answer = modules.run("status");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err()).contains("error: missing-placeholder: ", "error: empty-migration: ");
        assertThat(answer.out()).doesNotContain("migrations upgrade");
        modules.delete("beta/V2__empty.sql");
        assertThat(modules.run("status --placeholder start=1").out()).contains("migrations upgrade");
    }
}

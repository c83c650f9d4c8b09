package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code shouldExecute}, as Flyway knows it. */
class AConditionInTheConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void isRefusedWithTheReasonAndWithWhatToDoInstead() throws IOException {
        Path shop = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(shop.resolve("V1__a.sql"), "SELECT 1;\n");
        Files.writeString(shop.resolve("V1__a.sql.conf"), "shouldExecute=${flyway:database}==test\n");
        Migrations migrations = Migrations.list(Modules.of(ModuleSource.folder(folder)));
        assertThatThrownBy(() ->
                        migrations.findHead("shop").orElseThrow().upgrade().header())
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    Problem problem = refusal.problems().get(0);
                    assertThat(problem.code()).isEqualTo(ProblemCode.UNPARSABLE);
                    assertThat(problem.message())
                            .contains("V1__a.sql.conf has the key shouldExecute, which is refused")
                            .contains("a version does not say any more what is in a database");
                    assertThat(problem.remedy())
                            .contains("Take it out of " + shop.resolve("V1__a.sql.conf"))
                            .contains("write the condition into the script", "a module that only these get")
                            .doesNotContain("it may hold");
                });
    }
}

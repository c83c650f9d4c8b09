package io.stockassistant.migrations.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.script.Migrations;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A merge of two branches is noticed only in a module that has one. */
class TheHeadFilesOfTheModulesTest {

    @Test
    void areThereAndAgree() throws IOException {
        Migrations migrations = Migrations.list(Modules.of(ModuleSource.classPath()));

        assertThat(HeadFile.problems(migrations)).isEmpty();
        for (Module module : migrations.modules().list()) {
            assertThat(module.location().list().stream().map(SourceFile::name))
                    .as(module.name())
                    .contains(HeadFile.NAME);
        }
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of modules in which there is nothing yet. */
final class TheFirstModuleTest {

    @TempDir
    private Path folder;

    private Answer revision() {
        return Answer.of(List.of("--modules", folder.resolve("modules").toString(), "revision", "-m", "shop", "first"));
    }

    @Test
    void isMadeAsTheMessageSays() throws IOException {
        Path modules = folder.resolve("modules");
        Path shop = Files.createDirectories(modules.resolve("shop"));
        Answer refused = revision();
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .contains("error: no-modules: There is no module in the folder " + modules)
                .contains("create " + modules.resolve("NAME/module.properties"))
                .contains("it may be empty")
                .doesNotContain("Name a folder of modules with --modules DIR");
        Files.createFile(shop.resolve("module.properties"));
        Answer done = revision();
        assertThat(done.status()).as(done.err()).isZero();
    }

    @Test
    void isNotItselfAFolderOfModules() throws IOException {
        Path modules = folder.resolve("modules");
        Path shop = Files.createDirectories(modules.resolve("shop"));
        Files.writeString(shop.resolve("V1__a.sql"), "SELECT 1;\n");
        Answer answer = Answer.of(List.of("heads", "--modules", shop.toString()));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("looks like a module itself", "--modules " + modules);
    }
}

package io.stockassistant.migrations.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module's HEAD file beside its migrations. */
class HeadFileTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V1__a.sql V2__b.sql | 2   |",
                "V1__a.sql V2__b.sql | 2.0 |",
                "V1__a.sql V2__b.sql | 1   | names 1, but the newest migration is 2.",
                "V1__a.sql V2__b.sql | 3   | names 3, but the newest migration is 2.",
                "V1__a.sql R__b.sql  | 1   |",
                "V1__a.sql U2__b.sql | 1   |",
                "R__a.sql            | 1   | names 1, but there is no migration.",
                "V1__a.sql           | V1  | has 'V1' where a version should be.",
            })
    void namesTheNewestOne(String files, String head, String mistake) throws IOException {
        for (String file : files.split(" ", -1)) {
            write(file, "select 1;");
        }
        write("HEAD", head + "\n");

        assertThat(HeadFile.problems(migrations()).stream().map(Problem::message))
                .isEqualTo(mistake == null ? List.of() : List.of(root.resolve("shop/HEAD") + " " + mistake));
    }

    @Test
    void isBroughtUpToDateWhereThereIsOne() throws IOException {
        write("V5__e.sql", "select 1;");
        Module shop = migrations().modules().get("shop");

        assertThat(update(shop)).isFalse();
        assertThat(root.resolve("shop/HEAD")).doesNotExist();

        write("HEAD", "4\n");
        assertThat(update(shop)).isTrue();
        assertThat(root.resolve("shop/HEAD")).content().startsWith("5\n# V5__e.sql\n");
        assertThat(update(shop)).isFalse();
        assertThat(HeadFile.problems(migrations())).isEmpty();
    }

    private static boolean update(Module shop) {
        Optional<FileChange> change = HeadFile.findChange(shop, Version.of("5"), "V5__e.sql", false);
        change.ifPresent(each -> new FileChanges("shop", List.of(each)).carryOut());
        return change.isPresent();
    }

    private Migrations migrations() {
        return Migrations.list(Modules.of(ModuleSource.folder(root)));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("shop")).resolve(name), text);
    }
}

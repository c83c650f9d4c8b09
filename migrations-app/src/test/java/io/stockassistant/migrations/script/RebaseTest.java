package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Newer versions for late migrations, and the files that follow. */
class RebaseTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 1, 9, 30);

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20260201000000 | 20260101000000        | true  | 20260301093000",
                "20260201000000 | 20260101000000 20260102000000 | true | 20260301093000 20260301093001",
                "20991231235959 | 20260101000000        | true  | 21000101000000",
                "20990231000000 | 20260101000000        | true  | 20990231000001",
                "5              | 3 4                   | false | 6 7",
                "1.9            | 1.5                   | false | 1.10",
                "007            | 3                     | false | 008",
            })
    void versionsComeAfterTheHeadInTheirOrder(String head, String late, boolean timestamps, String expected)
            throws IOException {
        List<Migration> migrations = new ArrayList<>();
        for (String version : late.split(" ", -1)) {
            write("V" + version + "__x.sql", "select 1;");
        }
        migrations.addAll(Migrations.list(Modules.of(ModuleSource.folder(root))).list("shop"));

        assertThat(Rebase.after(Version.of(head), migrations, timestamps, NOW).versions().values().stream()
                        .map(Version::toString))
                .containsExactly(expected.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "V3__a_b.sql, V9__a_b.sql",
        "U3__a_b.sql, U9__a_b.sql",
        "V3.sql, V9.sql",
        "V3.0__x.sql.conf, V9__x.sql.conf"
    })
    void filesAreRenamedAndHeadersFollow(String old, String renamed) throws IOException {
        write(old, "-- depends-on: shop@2\nselect 1;");
        write("V4__other.sql", "-- depends-on: shop@3\n-- depends-on: shop@4\nselect 1;");
        Rebase rebase = new Rebase("shop", Map.of(Version.of("3"), Version.of("9")));

        rebase.rename(root.resolve("shop"));
        rebase.updateHeaders(root.resolve("shop"));

        assertThat(root.resolve("shop").resolve(renamed)).exists();
        assertThat(root.resolve("shop").resolve(old)).doesNotExist();
        assertThat(Files.readString(root.resolve("shop/V4__other.sql")))
                .isEqualTo("-- depends-on: shop@9\n-- depends-on: shop@4\nselect 1;");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("shop")).resolve(name), text);
    }
}

package io.stockassistant.migrations.database.embedded;

import static io.stockassistant.migrations.database.embedded.AnEmbeddedServer.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoAccountForTest {

    @TempDir
    Path folder;

    @Test
    void aMachineWithoutSuchUsersGetsTheCommandThatMakesOne() {
        Problem problem = problemOf(() -> {
            throw NoAccountFor.folder(folder, List.of());
        });
        assertThat(problem.message()).contains("does not run as root", "neither a user postgres nor a user nobody");
        assertThat(problem.remedy()).contains("`useradd --system postgres`");
    }

    @Test
    void aFolderThatOthersMayNotEnterGetsTheCommandThatOpensTheWayToIt() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Path inside = Files.createDirectory(closed.resolve("inside"));
        Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rwxr-xr-x"));
        Problem problem = problemOf(() -> {
            throw NoAccountFor.folder(inside, List.of(new SystemUser("nobody", 65534, 65534)));
        });
        assertThat(problem.message()).contains("user nobody may not enter that folder");
        assertThat(problem.remedy())
                .contains("chmod o+x '")
                .contains("'" + closed + "'")
                .doesNotContain("'" + inside);
    }
}

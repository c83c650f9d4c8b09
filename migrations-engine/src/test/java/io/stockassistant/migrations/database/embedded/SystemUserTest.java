package io.stockassistant.migrations.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemUserTest {

    @TempDir
    Path folder;

    @Test
    void theOwnerOfTheFolderComesFirstUnlessThatIsRoot() throws IOException {
        int owner = (Integer) Files.getAttribute(folder, "unix:uid");
        assertThat(SystemUser.listUnprivileged(folder))
                .doesNotHaveDuplicates()
                .allSatisfy(user -> assertThat(user.uid()).isNotZero());
        if (owner != 0) {
            assertThat(SystemUser.listUnprivileged(folder).get(0).uid()).isEqualTo(owner);
        } else {
            Folders.handTo(65534, 65534, folder);
            assertThat(SystemUser.listUnprivileged(folder).get(0).uid()).isEqualTo(65534);
        }
    }
}

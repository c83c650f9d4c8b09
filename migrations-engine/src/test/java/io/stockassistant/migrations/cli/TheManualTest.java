package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.reference.ManualPage;
import io.stockassistant.migrations.reference.ShownCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that a distribution brings, as groff shows them. */
final class TheManualTest {

    @TempDir
    private Path folder;

    private Path pages;

    @BeforeEach
    void write() throws IOException {
        ReferenceFiles.main(new String[] {folder.toString(), "1.2.3"});
        pages = folder.resolve("man/man1");
    }

    @Test
    void hasAPageForEveryCommandWithEachOfItsOptions() throws IOException {
        List<ShownCommand> commands = ReferenceFiles.program().all().toList();
        assertThat(commands.stream().map(ShownCommand::words))
                .contains("migrations", "migrations upgrade", "migrations backfill run", "migrations db reset")
                .hasSizeGreaterThan(30);
        for (ShownCommand command : commands) {
            String page = Files.readString(pages.resolve(ManualPage.fileName(command)));
            assertThat(page).contains(".SH \"NAME\"", ".SH \"EXAMPLES\"", ".SH \"SEE ALSO\"", "migrations 1.2.3");
            assertThat(command.options())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(option -> assertThat(option.names())
                            .allSatisfy(
                                    each -> assertThat(page.replace("\\-", "-")).containsPattern(each + "[^a-z-]")));
            assertThat(page)
                    .as(command.words())
                    .isASCII()
                    .doesNotContain("@|")
                    .doesNotContain("%n")
                    .doesNotContain("DEFAULT-VALUE");
        }
        try (Stream<Path> files = Files.list(pages)) {
            assertThat(files).hasSameSizeAs(commands);
        }
    }

    @Test
    void isRenderedWithoutAWarning() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not installed");
        try (Stream<Path> files = Files.list(pages)) {
            for (Path page : files.toList()) {
                Process groff = new ProcessBuilder("groff", "-man", "-ww", "-Tutf8", page.toString())
                        .redirectErrorStream(true)
                        .start();
                String text = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(groff.waitFor()).isZero();
                assertThat(text).as(page.toString()).doesNotContain("warning:");
            }
        }
    }

    @Test
    void showsWhatHelpShows() throws IOException {
        String page = Files.readString(pages.resolve("migrations-plan.1"));
        assertThat(page)
                .contains("migrations\\-plan \\- Shows what an upgrade or a downgrade would do, and changes nothing")
                .contains("\\fBmigrations plan\\fR [OPTION]... [[upgrade|downgrade] TARGET]...")
                .contains(".TP\n\\fB\\-o, \\-\\-out=FILE\\fR\nWrite the plan as JSON to this file.")
                .contains("  migrations plan \\-o plan.json");
    }
}

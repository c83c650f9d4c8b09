package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.lint.rule.Rules;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestShadow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** Modules in a folder, written file by file, and what lint says to all of them. */
final class LintedFiles {

    private final Path folder;
    private LintSettings settings = LintSettings.DEFAULTS;

    LintedFiles(Path folder) {
        this.folder = folder;
    }

    /** @param path with the module in front, for example {@code shop/V1__orders.sql} */
    LintedFiles with(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LintedFiles named(String kind, String pattern) {
        settings = new LintSettings(Severity.ERROR, Map.of(), Map.of(), 0, Map.of(kind, pattern));
        return this;
    }

    /** @param wished modules that are asked about; all if there are none */
    LintReport report(String... wished) throws SQLException {
        return report(LintWish.ofModules(Set.of(wished)));
    }

    LintReport report(LintWish wish) throws SQLException {
        try (Shadow shadow = TestShadow.open()) {
            return new Lint(
                            Migrations.list(Modules.of(ModuleSource.folder(folder))),
                            shadow,
                            new Replay(new RunOrigin("migrations lint", "0", "tester", "here"), new Interruption()),
                            Rules.of(settings),
                            settings)
                    .lint(wish, Histories.empty());
        }
    }

    /** As its code, file and line. */
    static String shown(Finding finding) {
        String file = finding.file().substring(finding.file().lastIndexOf('/') + 1);
        return finding.code() + " " + finding.module() + "/" + file + ":" + finding.line();
    }
}

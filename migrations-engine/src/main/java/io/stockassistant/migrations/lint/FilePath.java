package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.script.ScriptFile;
import io.stockassistant.migrations.script.SqlFile;
import java.nio.file.Path;

/** Where a person edits a script, for messages and for programs that show findings beside the source. */
final class FilePath {

    private FilePath() {}

    static String of(Module module, ScriptFile file) {
        Path here = Path.of("").toAbsolutePath();
        return module.location()
                .folder()
                .filter(each -> file instanceof SqlFile)
                .map(each -> each.resolve(file.name()).toAbsolutePath().normalize())
                .map(each -> (each.startsWith(here) ? here.relativize(each) : each).toString())
                .orElse(file.path());
    }
}

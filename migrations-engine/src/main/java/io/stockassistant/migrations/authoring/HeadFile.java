package io.stockassistant.migrations.authoring;

import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.SourceFile;
import io.stockassistant.migrations.problem.FileReason;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code HEAD} of a module's folder. It names the newest migration, so that two branches which each add one
 * change the same line: git reports a conflict where there would be a surprise in production. A module may be without
 * one.
 */
public final class HeadFile {

    /** Its name. */
    public static final String NAME = "HEAD";

    private HeadFile() {}

    /**
     * What is wrong with the HEAD files of all modules: {@code head-mismatch} for each that cannot be read, or names
     * another migration than the newest one.
     */
    public static List<Problem> problems(Migrations migrations) {
        List<Problem> problems = new ArrayList<>();
        for (Module module : migrations.modules().list()) {
            problems.addAll(problems(module, migrations.findHead(module.name()).map(Migration::version)));
        }
        return problems;
    }

    /** The same for one module, whose newest version is given. */
    static List<Problem> problems(Module module, Optional<Version> newest) {
        return list(module).stream()
                .flatMap(file -> mistake(file, newest).stream().map(what -> problem(module, file, what, newest)))
                .toList();
    }

    private static Optional<String> mistake(SourceFile file, Optional<Version> newest) {
        try {
            Version named = HeadText.parse(file.content().read());
            return newest.filter(named::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of("names " + named
                            + newest.map(each -> ", but the newest migration is " + each)
                                    .orElse(", but there is no migration"));
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Optional.of("cannot be read: " + FileReason.of(Path.of(file.path()), e));
        }
    }

    private static Problem problem(Module module, SourceFile file, String what, Optional<Version> newest) {
        return new Problem(
                ProblemCode.HEAD_MISMATCH,
                module.name(),
                newest.map(Version::toString).orElse(null),
                file.path(),
                file.path() + " " + what + ".",
                newest.map(
                                version -> "migrations rebase " + module.name()
                                        + "  (puts what is new on this branch behind what others have, and writes the file anew)")
                        .orElse("Remove " + file.path() + "."));
    }

    /** The change of the file that makes it name a migration; none if it does, or is not there and not wanted. */
    static Optional<FileChange> findChange(Module module, Version newest, String script, boolean create) {
        Path path = SourceFolder.of(module).resolve(NAME);
        String content = HeadText.of(module.name(), newest, script);
        List<SourceFile> files = list(module);
        if (files.isEmpty()) {
            return create ? Optional.of(new FileChange.Creation(path, content)) : Optional.empty();
        }
        return problems(module, Optional.of(newest)).isEmpty()
                ? Optional.empty()
                : Optional.of(new FileChange.Rewriting(path, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<SourceFile> list(Module module) {
        try {
            return module.location().list().stream()
                    .filter(each -> each.name().equals(NAME))
                    .toList();
        } catch (IOException e) {
            return List.of(); // a location that cannot be listed is a problem of its own, and is reported as that
        }
    }
}

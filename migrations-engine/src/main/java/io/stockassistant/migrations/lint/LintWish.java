package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Backfill;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be linted.
 *
 * @param modules whose migrations; all if none is named
 * @param files their paths from the root of a project on, with slashes; all if it is null
 */
public record LintWish(Set<String> modules, @Nullable Set<String> files) {

    public LintWish {
        modules = Set.copyOf(modules);
        files = files == null ? null : Set.copyOf(files);
    }

    /** Of some modules. */
    public static LintWish ofModules(Set<String> modules) {
        return new LintWish(modules, null);
    }

    boolean concerns(Step step) {
        return (modules.isEmpty() || modules.contains(step.module()))
                && (files == null || files.stream().anyMatch(each -> isOf(each, step)));
    }

    boolean concerns(Backfill backfill) {
        return (modules.isEmpty() || modules.contains(backfill.module()))
                && (files == null
                        || files.stream()
                                .anyMatch(each -> isEnd(each, backfill.file().path())));
    }

    /** A migration is looked at when its way back has changed, too. */
    private static boolean isOf(String path, Step step) {
        return isEnd(path, step.change().upgrade().path())
                || step.change()
                        .findDowngrade()
                        .map(each -> isEnd(path, each.path()))
                        .orElse(false);
    }

    /** The folder of the module and the name of the file tell; the way there depends on how the program was started. */
    private static boolean isEnd(String path, String file) {
        return findEnd(path).equals(findEnd(file.replace('\\', '/')));
    }

    private static Optional<String> findEnd(String path) {
        int name = path.lastIndexOf('/');
        int folder = name < 0 ? -1 : path.lastIndexOf('/', name - 1);
        return Optional.of(path.substring(folder + 1));
    }
}

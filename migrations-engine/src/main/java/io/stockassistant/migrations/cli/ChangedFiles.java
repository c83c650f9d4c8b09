package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks git which files a branch adds or changes. */
final class ChangedFiles {

    private static final int SECONDS = 20;

    private ChangedFiles() {}

    /** In the work tree of the modules. */
    static Set<String> since(Modules modules, String revision) {
        Path folder = modules.list().stream()
                .flatMap(each -> each.location().folder().stream())
                .findFirst()
                .orElse(Path.of(""));
        return since(folder, revision);
    }

    /**
     * Their paths from the root of the work tree on: what differs from where the branch began, and what is not committed
     * or not even known to git yet.
     *
     * @param folder in the work tree
     * @throws io.stockassistant.migrations.problem.ProblemException {@code invalid-option} if git does not know the
     *     revision
     */
    static Set<String> since(Path folder, String revision) {
        Git git = new Git(folder.toAbsolutePath(), SECONDS);
        if (git.find(0, "rev-parse", "--is-inside-work-tree").isEmpty()) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "--changed-since asks git, and " + folder.toAbsolutePath() + " is in none of its work trees"
                                    + " (or git is not installed, or mistrusts the folder's owner).",
                            "git -C " + folder + " status says more; without git: migrations lint --all")
                    .asException();
        }
        String base = git.find(0, "merge-base", "--end-of-options", revision, "HEAD")
                .map(each -> new String(each, StandardCharsets.UTF_8).strip())
                .orElseThrow(() -> Problem.of(
                                ProblemCode.INVALID_OPTION,
                                "--changed-since is '" + revision + "', and git finds nothing in common with it here.",
                                "Name a branch, tag or commit of this work tree; in CI fetch its history as well (git"
                                        + " fetch origin BRANCH, or fetch-depth: 0).")
                        .asException());
        String changed = git.find(0, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", base)
                .map(each -> new String(each, StandardCharsets.UTF_8))
                .orElse("");
        String unknown = git.find(0, "ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/")
                .map(each -> new String(each, StandardCharsets.UTF_8))
                .orElse("");
        return Arrays.stream((changed + unknown).split("\0"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }
}

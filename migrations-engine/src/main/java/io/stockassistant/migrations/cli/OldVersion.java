package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.script.SqlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The text that a file had when it was applied, as version control remembers it: the one with the history's checksum. */
final class OldVersion {

    private static final int MOST_COMMITS = 200;
    private static final int SECONDS = 10;

    private OldVersion() {}

    /**
     * What has changed in a file since, as a unified diff.
     *
     * @param checksum of the text that was applied
     * @return empty when the old text is nowhere to be found
     */
    static Optional<String> findDifference(SqlFile file, int checksum) {
        Path path = Path.of(file.path()).toAbsolutePath();
        if (!Files.isRegularFile(path) || path.getParent() == null) {
            return Optional.empty(); // it stands in a jar
        }
        Git git = new Git(path.getParent(), SECONDS);
        for (String commit : commits(git, file.fileName())) {
            Optional<byte[]> old = git.find(0, "show", commit + ":./" + file.fileName())
                    .filter(each -> file.hadChecksum(each, checksum));
            if (old.isPresent()) {
                return difference(git, old.get(), path, commit);
            }
        }
        return Optional.empty();
    }

    private static List<String> commits(Git git, String name) {
        return git.find(0, "log", "--max-count=" + MOST_COMMITS, "--format=%H", "--", name)
                .map(OldVersion::text)
                .orElse("")
                .lines()
                .toList();
    }

    private static Optional<String> difference(Git git, byte[] old, Path now, String commit) {
        try {
            Path file = Files.createTempFile("applied", ".sql");
            try {
                Files.write(file, old);
                return git.find(
                                1,
                                "diff",
                                "--no-index",
                                "--no-color",
                                "--no-ext-diff",
                                "--no-textconv",
                                "--",
                                file.toString(),
                                now.toString())
                        .map(OldVersion::text)
                        .filter(each -> each.contains("\n@@"))
                        .map(each -> "--- " + now.getFileName() + " as it was applied (commit "
                                + commit.substring(0, Math.min(12, commit.length())) + ")\n+++ " + now.getFileName()
                                + " now" + each.substring(each.indexOf("\n@@")));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            return Optional.empty(); // no room for a file of a moment: the correction can be judged without it
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

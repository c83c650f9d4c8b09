package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A folder that git keeps, with settings of its own alone. */
record GitRepository(Path folder) {

    /** A repository with everything that is in the folder on its branch main; the test ends here where git is missing. */
    static GitRepository of(Path folder) throws IOException, InterruptedException {
        assumeThat(Arrays.stream(System.getenv("PATH").split(":")).map(each -> Path.of(each, "git")))
                .as("git on PATH")
                .anyMatch(Files::isExecutable);
        GitRepository repository = new GitRepository(folder);
        repository.run("init", "--quiet", "--initial-branch=main");
        repository.commit("begin");
        return repository;
    }

    void commit(String message) throws IOException, InterruptedException {
        run("add", "--all");
        run("commit", "--quiet", "--message", message);
    }

    /** Runs git and expects that it succeeds. */
    String run(String... words) throws IOException, InterruptedException {
        Answer answer = answer(words);
        assertThat(answer.status()).as(answer.out()).isZero();
        return answer.out();
    }

    /** Merges a branch into the one that is checked out; the files in which the two meet. */
    List<String> merge(String branch) throws IOException, InterruptedException {
        assertThat(answer("merge", "--no-edit", branch).status()).isBetween(0, 1);
        return run("diff", "--name-only", "--diff-filter=U").lines().toList();
    }

    private Answer answer(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(each -> each.startsWith("GIT_"));
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_AUTHOR_NAME", "Somebody",
                        "GIT_AUTHOR_EMAIL", "somebody@example.org",
                        "GIT_COMMITTER_NAME", "Somebody",
                        "GIT_COMMITTER_EMAIL", "somebody@example.org"));
        Process git = builder.start();
        String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(git.waitFor(), out, "");
    }
}

package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.authoring.SharedMigrations;
import io.stockassistant.migrations.script.Version;
import io.stockassistant.migrations.script.VersionedName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The branches that others have, as git knows them: the main branch of each remote, a local main branch, what the
 * checked-out branch follows under another name, and what is being merged. The checked-out branch is none of them, nor
 * is its copy on a remote: what is new there is what a rebase is for.
 */
final class SharedBranches {

    private static final int SECONDS = 10;
    private static final List<String> MAIN = List.of("main", "master");

    private static final String RESOURCES = "/src/main/resources/";

    private final Path folder;
    private final Git git;
    private final String current;
    private final Set<String> refs = new LinkedHashSet<>();

    private SharedBranches(Path folder) {
        this.folder = folder;
        this.git = new Git(folder.toAbsolutePath(), SECONDS);
        this.current = line("symbolic-ref", "--quiet", "HEAD").orElse("");
    }

    /** What these branches have in a folder; unknown outside of a work tree, and where there is no such branch. */
    static SharedMigrations of(Path folder) {
        SharedBranches branches = new SharedBranches(folder);
        branches.addMainBranches();
        branches.addFollowed();
        branches.addMerged();
        return branches.migrations();
    }

    private void addMainBranches() {
        lines(
                        "for-each-ref",
                        "--format=%(if)%(symref)%(then)%(symref)%(else)%(refname)%(end)",
                        "refs/remotes/*/HEAD",
                        "refs/remotes/*/main",
                        "refs/remotes/*/master",
                        "refs/heads/main",
                        "refs/heads/master")
                .filter(each -> !each.equals(current))
                .forEach(refs::add);
    }

    private void addFollowed() {
        if (!current.isEmpty()) {
            lines("for-each-ref", "--format=%(upstream)", current)
                    .filter(each -> !each.isEmpty() && !each.endsWith("/" + name(current)))
                    .forEach(refs::add);
        }
    }

    /** Who merges into a main branch brings what is new; who merges elsewhere mostly gets what others have. */
    private void addMerged() {
        if (line("rev-parse", "--quiet", "--verify", "MERGE_HEAD").isEmpty()) {
            return;
        }
        boolean intoMain =
                MAIN.contains(name(current)) || refs.stream().anyMatch(each -> each.endsWith("/" + name(current)));
        if (!intoMain) {
            refs.add("MERGE_HEAD");
        } else if (refs.isEmpty()) {
            refs.add("HEAD");
        }
    }

    private SharedMigrations migrations() {
        Set<Version> versions = new HashSet<>();
        Set<Version> backfills = new HashSet<>();
        for (String ref : refs) {
            Optional<String> files = text("ls-tree", "-r", "-z", "--name-only", ref);
            if (files.isEmpty()) {
                return SharedMigrations.unknown();
            }
            Stream.concat(Stream.of(files.get().split("\0", -1)), listSourcesOfClasses(ref))
                    .map(file -> file.substring(file.lastIndexOf('/') + 1))
                    .flatMap(name -> VersionedName.find(name).stream())
                    .filter(each -> each.isUpgrade() || each.isBackfill())
                    .forEach(each -> (each.isUpgrade() ? versions : backfills).add(each.version()));
        }
        return new SharedMigrations(refs.stream().map(SharedBranches::name).toList(), versions, backfills);
    }

    /** Where Maven keeps the sources of a package, by the names that SQL files of the same version would have. */
    private Stream<String> listSourcesOfClasses(String ref) {
        String place = folder.toAbsolutePath().normalize().toString().replace('\\', '/');
        int resources = place.lastIndexOf(RESOURCES);
        if (resources < 0) {
            return Stream.empty();
        }
        Pattern source = Pattern.compile("(?:.*/)?src/main/(?:java|kotlin)/"
                + Pattern.quote(place.substring(resources + RESOURCES.length())) + "/(.*)\\.(?:java|kt)");
        return text("ls-tree", "-r", "-z", "--name-only", "--full-tree", ref).stream()
                .flatMap(each -> Stream.of(each.split("\0", -1)))
                .map(source::matcher)
                .filter(Matcher::matches)
                .map(each -> each.group(1) + ".sql");
    }

    private static String name(String ref) {
        return ref.replaceFirst("^refs/(heads|remotes)/", "");
    }

    private Optional<String> line(String... words) {
        return lines(words).filter(each -> !each.isEmpty()).findFirst();
    }

    private Stream<String> lines(String... words) {
        return text(words).stream().flatMap(String::lines);
    }

    private Optional<String> text(String... words) {
        return git.find(0, words).map(each -> new String(each, StandardCharsets.UTF_8));
    }
}

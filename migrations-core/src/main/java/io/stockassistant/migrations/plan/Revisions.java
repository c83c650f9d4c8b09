package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Revision;
import io.stockassistant.migrations.script.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the migration or backfill that a person means by a version, or by the beginning of one. */
public final class Revisions {

    private static final int MOST_CANDIDATES = 10;

    private final Migrations migrations;

    public Revisions(Migrations migrations) {
        this.migrations = migrations;
    }

    /**
     * The migration that was typed as {@code MODULE@VERSION}, {@code MODULE@head} or {@code VERSION}.
     *
     * @throws ProblemException {@code unknown-module}, {@code unknown-revision} or {@code ambiguous-revision}
     */
    public Migration get(String typed) {
        int at = typed.lastIndexOf('@');
        if (at < 0) {
            return inAnyModule(typed);
        }
        String module = typed.substring(0, at);
        String version = typed.substring(at + 1);
        migrations.modules().get(module);
        return version.equals("head")
                ? migrations.findHead(module).orElseThrow(() -> unknown(typed, List.of()))
                : inModule(module, version);
    }

    /**
     * The address of the migration or the backfill that was typed in the same way.
     *
     * @throws ProblemException {@code unknown-module}, {@code unknown-revision} or {@code ambiguous-revision}
     */
    public Revision getAddress(String typed) {
        int at = typed.lastIndexOf('@');
        if (typed.endsWith("@head")) {
            return get(typed).revision();
        }
        if (at < 0) {
            return choose(typed, typed, migrations.modules().list().stream().flatMap(each -> all(each.name())));
        }
        migrations.modules().get(typed.substring(0, at));
        return choose(typed, typed.substring(at + 1), all(typed.substring(0, at)));
    }

    private Stream<Revision> all(String module) {
        return Stream.concat(
                        migrations.list(module).stream().map(Migration::revision),
                        migrations.listBackfills(module).stream().map(Backfill::revision))
                .sorted(Comparator.comparing(Revision::version));
    }

    Migration inModule(String module, String version) {
        migrations.modules().get(module);
        return migration(choose(
                module + "@" + version,
                version,
                migrations.list(module).stream().map(Migration::revision)));
    }

    Migration inAnyModule(String version) {
        return migration(choose(
                version,
                version,
                migrations.modules().list().stream()
                        .flatMap(each -> migrations.list(each.name()).stream())
                        .map(Migration::revision)));
    }

    private Migration migration(Revision revision) {
        return migrations.find(revision).orElseThrow();
    }

    /** What one word means that is no module: a word that looks like no version was most likely meant as a module. */
    Migration ofWord(String word) {
        return Character.isDigit(word.charAt(0)) ? inAnyModule(word) : inModule(word, word);
    }

    private static Revision choose(String typed, String version, Stream<Revision> all) {
        List<Revision> among = all.toList();
        Optional<Version> exact = Version.find(version);
        List<Revision> equal = among.stream()
                .filter(each -> exact.filter(each.version()::equals).isPresent())
                .toList();
        List<Revision> matches = !equal.isEmpty() ? equal : startingWith(version, among);
        if (matches.size() == 1) {
            return matches.get(0);
        }
        throw matches.isEmpty() ? unknown(typed, among) : ambiguous(typed, matches);
    }

    private static List<Revision> startingWith(String prefix, Collection<Revision> among) {
        return among.stream()
                .filter(each -> !prefix.isEmpty() && each.version().toString().startsWith(prefix))
                .toList();
    }

    private static ProblemException ambiguous(String typed, List<Revision> matches) {
        return Problem.of(
                        ProblemCode.AMBIGUOUS_REVISION,
                        "'" + typed + "' could be: " + names(matches) + ".",
                        "Type one of these, with its module: " + matches.get(0))
                .asException();
    }

    private static ProblemException unknown(String typed, Collection<Revision> among) {
        return Problem.of(
                        ProblemCode.UNKNOWN_REVISION,
                        "There is no migration '" + typed + "'."
                                + (among.isEmpty() ? "" : " There are: " + names(among) + "."),
                        "migrations history")
                .asException();
    }

    private static String names(Collection<Revision> revisions) {
        List<Revision> newest = List.copyOf(revisions);
        String rest = newest.size() > MOST_CANDIDATES ? " and " + (newest.size() - MOST_CANDIDATES) + " more" : "";
        return newest.stream()
                        .skip(Math.max(0, newest.size() - MOST_CANDIDATES))
                        .map(Revision::toString)
                        .collect(Collectors.joining(", "))
                + rest;
    }
}

package io.stockassistant.migrations.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options with which a command prints what it would run. */
final class SqlOptions {

    @Option(
            names = "--sql",
            description = "Print the script for psql instead of running it. FROM:TARGET says where the database is, so"
                    + " that no connection is needed, e.g. base:head or shop@20260101:shop@20260301.")
    private boolean sql;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "With --sql: where the database is, as printed by 'migrations current --output json'.")
    private @Nullable Path from;

    boolean isWanted() {
        return sql || from != null;
    }

    Optional<Path> findFrom() {
        return Optional.ofNullable(from);
    }

    /** The places before the colons. */
    List<String> starts(List<String> targets) {
        List<String> starts = new ArrayList<>();
        for (String target : targets) {
            if (target.contains(":")) {
                starts.add(target.substring(0, target.indexOf(':')));
            }
        }
        return starts;
    }

    /** The targets without the places before the colons. */
    List<String> ends(List<String> targets) {
        return targets.stream()
                .map(each -> each.substring(each.indexOf(':') + 1))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}

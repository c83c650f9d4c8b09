package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
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

    /** @throws ProblemException if what is about a script is given without it */
    boolean isWanted(String command, ConsentOptions consent) {
        if (sql && consent.findPlan().isPresent()) {
            throw invalid(
                    "--sql prints a script, and --plan carries a plan out.",
                    "migrations " + command + " --plan FILE   or   migrations " + command + " --sql TARGET");
        }
        if (from != null && !sql) {
            throw invalid(
                    "--from says where a database is for --sql.",
                    "migrations " + command + " --sql --from " + from + " TARGET");
        }
        return sql;
    }

    private static ProblemException invalid(String message, String remedy) {
        return Problem.of(ProblemCode.INVALID_OPTION, message, remedy).asException();
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

    /**
     * The targets without the places before the colons.
     *
     * @throws ProblemException if nothing stands behind a colon
     */
    List<String> ends(List<String> targets) {
        targets.stream().filter(each -> each.endsWith(":")).findFirst().ifPresent(each -> {
            throw invalid("'" + each + "' names no target behind the colon.", "--sql " + each + "head");
        });
        return targets.stream()
                .map(each -> each.substring(each.indexOf(':') + 1))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}

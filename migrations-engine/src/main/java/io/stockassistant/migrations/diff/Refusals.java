package io.stockassistant.migrations.diff;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.List;

/** Why there is no script, as problems that name everything that is in the way. */
final class Refusals {

    private static final int MOST_LINES = 20;

    private static final String WITHOUT_SCRIPT = "The list of differences needs none: leave --output away.";

    private Refusals() {}

    /** A database in use cannot be built again. */
    static Problem notCopied(String database, List<String> lines) {
        return Problem.of(
                ProblemCode.NOT_COMPARABLE,
                "A script is written and proven on throw-away databases, and this cannot be built there as it is in "
                        + database + ":" + below(lines),
                WITHOUT_SCRIPT
                        + " For the script, compare a dump (pg_dump --schema-only) without it, or name a server that"
                        + " has what is missing: --shadow-url postgres://HOST:5432/postgres");
    }

    /** Differences for which there is no statement. */
    static Problem inexpressible(String direction, List<String> lines) {
        return Problem.of(
                ProblemCode.INEXPRESSIBLE_DIFFERENCE,
                "There is no " + direction + " script, since no statement is known for this:" + below(lines),
                WITHOUT_SCRIPT + " For the script, make both sides alike in this by hand.");
    }

    /** A statement that the server refuses. */
    static Problem broken(String direction, String why) {
        return Problem.of(
                ProblemCode.INEXPRESSIBLE_DIFFERENCE,
                "There is no " + direction + " script, since what was written does not run: " + why,
                WITHOUT_SCRIPT + " For the script, make both sides alike in this by hand.");
    }

    /** A schema that nobody can read who writes scripts. */
    static Problem unreadable(String direction, String why) {
        return Problem.of(
                ProblemCode.INEXPRESSIBLE_DIFFERENCE,
                "There is no " + direction + " script, since a side cannot be read for it: " + why,
                WITHOUT_SCRIPT + " Scripts need PostgreSQL 14 or later (--shadow-url names a server).");
    }

    /** A script that does not do what it says. */
    static Problem unproved(String direction, List<String> lines) {
        return Problem.of(
                ProblemCode.INEXPRESSIBLE_DIFFERENCE,
                "The " + direction + " script is not proven:" + below(lines),
                "See it with --output json, and mend it by hand.");
    }

    private static String below(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.stream().limit(MOST_LINES).forEach(each -> text.append("\n  ").append(each));
        if (lines.size() > MOST_LINES) {
            text.append("\n  and ").append(lines.size() - MOST_LINES).append(" more");
        }
        return text.toString();
    }
}

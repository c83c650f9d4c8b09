package io.stockassistant.migrations.readiness;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.script.SecretMask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An answer for people, by module, and the command that helps: a screen of it, whatever is missing. */
final class ReadinessText {

    private static final int PROBLEMS_SHOWN = 5;

    private final Readiness readiness;
    private final ReadinessSettings settings;

    ReadinessText(Readiness readiness, ReadinessSettings settings) {
        this.readiness = readiness;
        this.settings = settings;
    }

    String text() {
        return SecretMask.ofText(
                readiness.isReady()
                        ? ready()
                        : readiness.obstacle().map(this::withObstacle).orElseGet(this::withFindings));
    }

    private String ready() {
        List<String> unknown = readiness.unknown();
        List<String> otherTexts = readiness.otherTexts();
        return "The database " + name() + "is ready: "
                + counted(readiness.modules().size(), "module") + ", "
                + counted(readiness.presentTables().size(), "table") + "."
                + (unknown.isEmpty()
                        ? ""
                        : " It is newer than this application, which does not know " + few(unknown) + ".")
                + (otherTexts.isEmpty()
                        ? ""
                        : " Last run there with another text than this application's: " + few(otherTexts) + ".");
    }

    private String withObstacle(Problem obstacle) {
        boolean isMissing = obstacle.code() == ProblemCode.DATABASE_MISSING;
        return lines(
                List.of(
                        "The application cannot use its database: " + obstacle.message(),
                        "  " + obstacle.remedy(),
                        isMissing ? "To create it, with everything in it:" : "To see what the migrations find there:"),
                isMissing ? " init" : " status");
    }

    private String withFindings() {
        List<String> lines = new ArrayList<>();
        lines.add("The database " + name() + "is not ready for this application:");
        readiness.modules().stream()
                .filter(each -> !each.isReady())
                .forEach(each -> lines.add("  " + each.module() + ": " + shortfall(each)));
        List<Problem> problems = Stream.concat(readiness.changed().stream(), readiness.problems().stream())
                .toList();
        problems.stream().limit(PROBLEMS_SHOWN).forEach(each -> lines.add("  " + each.message()));
        if (problems.size() > PROBLEMS_SHOWN) {
            lines.add("  … and " + (problems.size() - PROBLEMS_SHOWN) + " more problems");
        }
        lines.add(purpose());
        return lines(lines, argument());
    }

    private static String shortfall(ModuleReadiness module) {
        List<String> parts = new ArrayList<>();
        if (!module.pending().isEmpty()) {
            parts.add(counted(module.pending().size(), "migration") + " pending, from "
                    + module.pending().get(0));
        }
        if (!module.tables().missing().isEmpty()) {
            parts.add("lacks " + module.tables().missingInWords());
        }
        return String.join("; ", parts);
    }

    private String purpose() {
        if (!readiness.problems().isEmpty()) {
            return "To see what helps in each case:";
        }
        if (!readiness.changed().isEmpty()) {
            return "To see each file and what to do about it:";
        }
        if (settings.policy() == ReadinessPolicy.MIGRATE_IS_NOT_MINE) {
            return "For whoever migrates this database:";
        }
        return readiness.pending().isEmpty()
                ? "Nothing is pending that could make them; to see more:"
                : "To migrate it:";
    }

    /** Behind the command. */
    private String argument() {
        if (!readiness.problems().isEmpty()) {
            return " status";
        }
        if (!readiness.changed().isEmpty()) {
            return " validate";
        }
        boolean canBeMigrated = settings.policy() == ReadinessPolicy.MIGRATE_IS_NOT_MINE
                || !readiness.pending().isEmpty();
        return canBeMigrated ? "" : " status";
    }

    private String lines(List<String> lines, String argument) {
        return String.join("\n", lines) + "\n" + settings.command() + argument;
    }

    private String name() {
        return readiness.database().isEmpty() ? "" : "\"" + readiness.database() + "\" ";
    }

    private static String few(List<String> addresses) {
        return addresses.get(0) + (addresses.size() > 1 ? " and " + (addresses.size() - 1) + " more" : "");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}

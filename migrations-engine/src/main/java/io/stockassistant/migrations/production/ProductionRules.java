package io.stockassistant.migrations.production;

import io.stockassistant.migrations.apply.PlanGate;
import io.stockassistant.migrations.apply.Scripts;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Plan;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.plan.Target;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Refuses in production what elsewhere is a matter of course; every refusal names the flag that allows it. */
public final class ProductionRules {

    private static final String PRODUCTION = "In production (MIGRATIONS_ENVIRONMENT=prod) ";

    private ProductionRules() {}

    /**
     * Where to end has to be written down: a revision, not what happens to be the newest.
     *
     * @param command the command's name
     * @throws ProblemException {@code refused-in-production}
     */
    public static void checkTargets(String command, List<Target> targets) {
        boolean explicit = !targets.isEmpty() && targets.stream().allMatch(ProductionRules::isExplicit);
        if (!explicit) {
            throw refused(
                    "a target is a revision, not \"the newest\".",
                    command.equals("stamp") // which carries out no plan
                            ? "Name it: migrations " + command + " MODULE@VERSION …"
                            : "Name it: migrations " + command
                                    + " MODULE@VERSION …; or write down a plan, have it read, and"
                                    + " carry it out: migrations plan -o plan.json, then migrations " + command
                                    + " --plan plan.json");
        }
    }

    private static boolean isExplicit(Target target) {
        return target instanceof Target.Point
                || (target instanceof Target.Word word
                        && !word.text().isEmpty()
                        && Character.isDigit(word.text().charAt(0)));
    }

    /**
     * Migrations are written where they are tried out, and read by somebody else before they run here.
     *
     * @throws ProblemException {@code refused-in-production}
     */
    public static void checkAutogenerate(boolean production) {
        if (production) {
            throw refused(
                    "migrations are not written from models.",
                    "Write them where the project is developed, and have them read; then run them here.");
        }
    }

    /** @throws ProblemException {@code refused-in-production} unless the command line allows it */
    public static void checkDowngrade(Consent consent) {
        if (!consent.downgrade()) {
            throw refused("nothing is undone by mistake.", "To undo it all the same, add --allow-downgrade.");
        }
    }

    /**
     * Looks at a plan before it is carried out.
     *
     * @param named the modules that the command line or an approved plan names
     */
    public static PlanGate gate(Consent consent, Set<String> named, Modules modules) {
        return (plan, scripts, connection) -> {
            List<Problem> problems = new ArrayList<>();
            checkModules(plan, named, consent, problems);
            checkLoss(plan, scripts, consent, modules, connection, problems);
            ProblemException.throwIfAny(problems);
        };
    }

    private static void checkModules(Plan plan, Set<String> named, Consent consent, List<Problem> problems) {
        List<String> outside = plan.steps().stream()
                .filter(each -> !named.contains(each.module()))
                .map(Step::name)
                .toList();
        if (!outside.isEmpty() && !consent.cascade()) {
            problems.add(Problem.of(
                    ProblemCode.CASCADE_REQUIRED,
                    PRODUCTION + "modules that were not named stay as they are; this would also run "
                            + String.join(", ", outside) + ".",
                    "Name these too, or add --cascade."));
        }
    }

    private static void checkLoss(
            Plan plan, Scripts scripts, Consent consent, Modules modules, Connection connection, List<Problem> problems)
            throws SQLException {
        if (consent.dataLoss()) {
            return;
        }
        List<AtStake> losses = new DataAtStake(connection, modules).list(plan, scripts);
        if (!losses.isEmpty()) {
            problems.add(Problem.of(
                    ProblemCode.DATA_LOSS,
                    PRODUCTION + "data is not dropped by mistake: " + String.join("; ", AtStake.sentences(losses))
                            + ".",
                    "To drop it all the same, add --allow-data-loss."));
        }
    }

    private static ProblemException refused(String rule, String remedy) {
        return Problem.of(ProblemCode.REFUSED_IN_PRODUCTION, PRODUCTION + rule, remedy)
                .asException();
    }
}

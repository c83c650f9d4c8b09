package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.autogenerate.Proposal;
import io.stockassistant.migrations.change.Hazard;
import io.stockassistant.migrations.change.HazardCode;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What has to be said before a migration is written that loses something, or that is not proven. */
final class ProposalRules {

    private ProposalRules() {}

    /** @throws ProblemException {@code hazard-not-allowed}, {@code unproven}, with everything that stands in the way */
    static void check(Proposal proposal, AutogenerateOptions options) {
        List<Problem> problems = new ArrayList<>();
        proposal.refused(options.allowed())
                .forEach((statement, hazards) ->
                        problems.add(notAllowed(proposal.module(), statement, hazards, options.allowed())));
        if (!options.isUnprovenAllowed()) {
            proposal.doubts().forEach(each -> problems.add(unproven(proposal.module(), each)));
        }
        ProblemException.throwIfAny(problems);
    }

    /** What unproven files say at their top; nothing where they are proven. */
    static String mark(Proposal proposal) {
        StringBuilder mark = new StringBuilder();
        for (String each : proposal.doubts()) {
            mark.append("-- NOT PROVEN. ").append(each.replace("\n", "\n--   ")).append('\n');
        }
        return mark.isEmpty() ? "" : mark.append('\n').toString();
    }

    private static Problem notAllowed(
            String module, SchemaStatement statement, List<Hazard> hazards, Set<HazardCode> allowed) {
        Set<HazardCode> needed = new TreeSet<>(allowed);
        hazards.forEach(each -> needed.add(each.code()));
        return Problem.inModule(
                ProblemCode.HAZARD_NOT_ALLOWED,
                module,
                String.join(" ", hazards.stream().map(Hazard::toString).toList()) + " By: " + statement,
                "If that is meant, add --allow "
                        + String.join(",", needed.stream().map(HazardCode::name).toList())
                        + ". If it is a new name, see --rename. Nothing was written.");
    }

    private static Problem unproven(String module, String doubt) {
        return Problem.inModule(
                ProblemCode.UNPROVEN,
                module,
                doubt + " Nothing was written.",
                "Write that part by hand, then repeat the command; or add --unproven, and mend the files.");
    }
}

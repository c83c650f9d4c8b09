package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.database.ConfigurationProblem;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.config.ConfigurationException;

/** What to say about an exception that no command turned into a problem. */
final class Unexpected {

    private Unexpected() {}

    static ProblemException asProblems(Exception exception) {
        return exception instanceof ProblemException known
                ? known
                : new ProblemException(problem(exception), exception);
    }

    private static Problem problem(Exception exception) {
        if (exception instanceof ConfigurationException configuration) {
            return ConfigurationProblem.of(configuration).problems().get(0);
        }
        return Problem.of(
                ProblemCode.UNEXPECTED,
                "This is a defect of the program: " + exception,
                "Please report it with the lines below.");
    }
}

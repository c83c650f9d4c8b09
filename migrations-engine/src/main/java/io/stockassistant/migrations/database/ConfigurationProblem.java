package io.stockassistant.migrations.database;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.shared.config.ConfigurationException;
import java.util.Arrays;

/** A mistake in the settings, with the code and the exit status of this program. */
public final class ConfigurationProblem {

    private ConfigurationProblem() {}

    public static ProblemException of(ConfigurationException e) {
        ProblemCode code = Arrays.stream(ProblemCode.values())
                .filter(candidate -> candidate.word().equals(e.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no problem code for " + e.code(), e));
        return new ProblemException(Problem.of(code, String.valueOf(e.getMessage()), e.remedy()), e);
    }
}

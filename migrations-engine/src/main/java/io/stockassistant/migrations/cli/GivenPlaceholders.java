package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.script.PlaceholderValues;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of {@code --placeholder NAME=VALUE}. */
final class GivenPlaceholders {

    private GivenPlaceholders() {}

    /**
     * By name, which is the same in upper and lower case.
     *
     * @throws ProblemException {@code invalid-option} if one is no name with a value, is given twice, or is Flyway's own
     */
    static Map<String, String> read(List<String> words) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String word : words) {
            int end = word.indexOf('=');
            if (end < 1) {
                throw invalid( // what was typed may be a secret
                        "What stands behind --placeholder is not of the form NAME=VALUE.",
                        "Write it like this: --placeholder NAME=VALUE");
            }
            String name = word.substring(0, end);
            if (PlaceholderValues.isReserved(name)) {
                throw invalid(
                        "The placeholder ${" + name
                                + "} has its value from the program: names that begin with 'flyway:'"
                                + " are reserved.",
                        "Choose another name: --placeholder NAME=VALUE");
            }
            if (values.put(name, word.substring(end + 1)) != null) {
                throw invalid("The placeholder ${" + name + "} is given twice.", "Leave one of them away.");
            }
        }
        return values;
    }

    private static ProblemException invalid(String message, String remedy) {
        return Problem.of(ProblemCode.INVALID_OPTION, message, remedy).asException();
    }
}

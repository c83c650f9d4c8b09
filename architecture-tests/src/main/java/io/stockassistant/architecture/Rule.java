package io.stockassistant.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * Something that holds for all code of a project.
 *
 * @param name lower-case words joined by hyphens
 * @param sentence what holds
 * @param reason why, which is also where the way out is
 */
public record Rule(String name, String sentence, String reason, Check check) {

    /** Looks for what breaks a rule. */
    public interface Check {

        /** A sentence for each violation, which names the class or the file; none if the rule is kept. */
        List<String> listViolations(Codebase code);
    }

    static Rule ofClasses(String name, String sentence, String reason, Function<Codebase, ArchRule> rule) {
        return new Rule(
                name,
                sentence,
                reason,
                code -> rule.apply(code)
                        .allowEmptyShould(true)
                        .evaluate(code.classes())
                        .getFailureReport()
                        .getDetails());
    }

    /** All violations, sorted. */
    public List<String> listViolations(Codebase code) {
        return check.listViolations(code).stream().distinct().sorted().toList();
    }

    /**
     * Asks for a code base that keeps this rule.
     *
     * @throws AssertionError with all violations, if it does not
     */
    public void verify(Codebase code) {
        List<String> violations = listViolations(code);
        if (!violations.isEmpty()) {
            String newLine = System.lineSeparator();
            throw new AssertionError("%s: %s, because %s.%nViolations: %d%n- %s"
                    .formatted(name, sentence, reason, violations.size(), String.join(newLine + "- ", violations)));
        }
    }

    /** The name, by which tests show it. */
    @Override
    public String toString() {
        return name;
    }
}

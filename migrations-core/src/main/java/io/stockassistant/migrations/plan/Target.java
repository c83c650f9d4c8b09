package io.stockassistant.migrations.plan;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a command should end, as it was typed. */
public sealed interface Target {

    /** The newest (or, with {@code base}, the state before the oldest) migration of one module or of all. */
    record End(Scope scope, boolean base) implements Target {}

    /** A number of steps from where the database is: of one module, or of the whole plan. */
    record Steps(Scope scope, boolean down, int count) implements Target {}

    /** A migration by its version, or by the beginning of one. */
    record Point(Scope scope, String version) implements Target {}

    /** One word without an at sign that is no keyword: a module, or the version of a migration in some module. */
    record Word(String text) implements Target {
        @Override
        public Scope scope() {
            return new Scope.All();
        }
    }

    /** Which modules it speaks of; for a word, any of them. */
    Scope scope();

    /** One module, or all of them. */
    sealed interface Scope {
        record All() implements Scope {}

        record Only(String module) implements Scope {}
    }

    Pattern STEPS = Pattern.compile("([+-])(\\d{1,6})");

    /**
     * Reads {@code head}, {@code heads}, {@code base}, {@code +n}, {@code -n}, {@code MODULE}, {@code VERSION}, or
     * {@code MODULE@} with one of them.
     *
     * @throws ProblemException {@code invalid-target} when it has none of these forms
     */
    static Target parse(String text) {
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        if (at == 0 || at == trimmed.length() - 1 || trimmed.isEmpty()) {
            throw invalid(text);
        }
        if (at > 0) {
            Scope module = new Scope.Only(trimmed.substring(0, at));
            String point = trimmed.substring(at + 1);
            Target relative = keyword(module, point, text);
            return relative instanceof Word ? new Point(module, point) : relative;
        }
        return keyword(new Scope.All(), trimmed, text);
    }

    private static Target keyword(Scope scope, String word, String typed) {
        Matcher steps = STEPS.matcher(word);
        if (steps.matches()) {
            int count = Integer.parseInt(steps.group(2));
            if (count == 0) {
                throw invalid(typed);
            }
            return new Steps(scope, steps.group(1).equals("-"), count);
        }
        return switch (word) {
            case "head", "heads" -> new End(scope, false);
            case "base" -> new End(scope, true);
            default -> {
                if (word.startsWith("+") || word.startsWith("-")) {
                    throw invalid(typed);
                }
                yield new Word(word);
            }
        };
    }

    private static ProblemException invalid(String typed) {
        return Problem.of(
                        ProblemCode.INVALID_TARGET,
                        "'" + typed + "' is not a target. A target is head, base, +n, -n, MODULE, VERSION, or"
                                + " MODULE@head, MODULE@base, MODULE@+n, MODULE@-n, MODULE@VERSION.",
                        "migrations heads")
                .asException();
    }
}

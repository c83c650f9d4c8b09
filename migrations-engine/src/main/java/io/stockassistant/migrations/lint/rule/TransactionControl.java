package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.FileRule;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.regex.Pattern;

/** BEGIN, COMMIT and the like in a migration, which is a transaction already. */
final class TransactionControl implements FileRule {

    private static final Pattern CONTROL = Pattern.compile(
            ".* has (BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    @Override
    public About about() {
        return new About(
                "transaction-control",
                Severity.ERROR,
                "A migration begins or ends a transaction",
                "A migration is one transaction together with its row in the history; if it ended that, a failure would"
                        + " leave half of it, and nobody could tell. validate finds it as well.",
                "Leave BEGIN and COMMIT out. What has to commit in between runs without a transaction: write"
                        + " executeInTransaction=false into the file's .conf.");
    }

    @Override
    public boolean concerns(Problem problem) {
        return problem.code() == ProblemCode.NEEDS_CONF
                && CONTROL.matcher(problem.message()).matches();
    }
}

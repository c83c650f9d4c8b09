package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.apply.Failure;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.replay.ShadowFailure;
import io.stockassistant.migrations.script.Backfill;
import io.stockassistant.migrations.script.BackfillScript;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is found without a rule: that something could not be judged, or a suppression that does nothing. */
public final class Findings {

    private static final About CANNOT_RUN = new About(
            "cannot-run",
            Severity.ERROR,
            "A migration cannot run on the shadow",
            "What cannot be run cannot be judged, and most often fails in production, too.",
            "Correct the migration, or give the shadow what it lacks: --shadow-url names another server.");

    private static final About FAILS_ON_ROWS = new About(
            "fails-on-rows",
            Severity.ERROR,
            "A migration fails where tables have rows",
            "On the empty tables of a test it works, and in production it stops the deployment.",
            "Mend the rows first, in the same migration or one before.");

    private static final About NOT_REACHED = new About(
            "not-reached",
            Severity.ERROR,
            "A migration was not looked at",
            "One that runs before it cannot run on the shadow.",
            "Mend the one before it.");

    static final About UNUSED_SUPPRESSION = new About(
            "unused-suppression",
            Severity.WARNING,
            "A suppression suppresses nothing",
            "It would hide what comes later, with a reason that was given for something else.",
            "Remove the line.");

    static final About UNKNOWN_RULE = new About(
            "unknown-rule",
            Severity.WARNING,
            "A suppression names no rule",
            "Whoever wrote it believes that something is suppressed.",
            "Write the code that stands in brackets in the finding, as in -- lint:ignore CODE REASON.");

    static final About SUPPRESSION_WITHOUT_REASON = new About(
            "suppression-without-reason",
            Severity.ERROR,
            "A suppression gives no reason",
            "Nobody can judge later whether it still holds.",
            "Write the reason behind the code, as in -- lint:ignore CODE REASON.");

    private static final About UNUSABLE_FILE = new About(
            "unusable-file",
            Severity.ERROR,
            "A file cannot be run as it is",
            "upgrade refuses it before anything runs; validate finds it as well.",
            "Correct the file.");

    private static final About TODO_NOT_ASKED = new About(
            "todo-not-asked",
            Severity.WARNING,
            "A backfill says what is left to do, and does not ask for it",
            "What the application has done meanwhile, and what is tried again, is done twice.",
            "Let the statement pass over what is done: UPDATE … WHERE id BETWEEN :from AND :to AND :todo.");

    /** All of them. */
    public static final List<About> ABOUTS = List.of(
            CANNOT_RUN,
            FAILS_ON_ROWS,
            NOT_REACHED,
            UNUSABLE_FILE,
            TODO_NOT_ASKED,
            UNUSED_SUPPRESSION,
            UNKNOWN_RULE,
            SUPPRESSION_WITHOUT_REASON);

    private static final Pattern LINE = Pattern.compile(":(\\d{1,9})$");

    private Findings() {}

    static Finding cannotRun(Modules modules, Failure failure) {
        return of(modules, failure, CANNOT_RUN);
    }

    static Finding refusedByRows(Modules modules, Failure failure) {
        return of(modules, failure, FAILS_ON_ROWS);
    }

    private static Finding of(Modules modules, Failure failure, About about) {
        Step step = failure.step();
        String file = FilePath.of(modules.get(step.module()), step.file());
        int line = failure.line() == null ? 1 : failure.line();
        return new Finding(
                about.code(),
                about.title(),
                about.severity(),
                step.module(),
                step.name(),
                file,
                line,
                1,
                failure.statement() == null ? "" : failure.statement(),
                step.name() + ": " + ShadowFailure.message(failure) + ".",
                ShadowFailure.remedy(failure, about.safer()),
                "",
                null);
    }

    /** A file that is refused as it is. */
    static Finding ofFile(Modules modules, List<Rule> rules, Step step, Problem problem) {
        About about = rules.stream()
                .filter(each -> each instanceof FileRule rule && rule.concerns(problem))
                .map(Rule::about)
                .findFirst()
                .orElse(UNUSABLE_FILE);
        return new Finding(
                about.code(),
                about.title(),
                about.severity(),
                step.module(),
                step.name(),
                FilePath.of(modules.get(step.module()), step.file()),
                lineOf(problem),
                1,
                "",
                problem.message(),
                problem.remedy().isEmpty() ? about.safer() : problem.remedy(),
                "",
                null);
    }

    /** A backfill that cannot be run as it is, or not at its place. */
    static Finding ofBackfill(Module module, Backfill backfill, Problem problem) {
        return ofBackfill(
                module,
                backfill,
                problem.code() == ProblemCode.FAILED_BACKFILL ? CANNOT_RUN : UNUSABLE_FILE,
                lineOf(problem),
                problem.message(),
                problem.remedy());
    }

    static Finding todoNotAsked(Module module, BackfillScript script, int line) {
        return ofBackfill(
                module,
                script.backfill(),
                TODO_NOT_ASKED,
                line,
                script.backfill() + " has a header line '-- todo: …', and its statement does not say :todo.",
                TODO_NOT_ASKED.safer());
    }

    private static Finding ofBackfill(
            Module module, Backfill backfill, About about, int line, String message, String remedy) {
        return new Finding(
                about.code(),
                about.title(),
                about.severity(),
                backfill.module(),
                backfill.toString(),
                FilePath.of(module, backfill.file()),
                line,
                1,
                "",
                message,
                remedy,
                "",
                null);
    }

    private static int lineOf(Problem problem) {
        Matcher line = LINE.matcher(problem.file() == null ? "" : problem.file());
        return line.find() ? Integer.parseInt(line.group(1)) : 1;
    }

    static Finding notReached(Modules modules, Step step) {
        return new Finding(
                NOT_REACHED.code(),
                NOT_REACHED.title(),
                NOT_REACHED.severity(),
                step.module(),
                step.name(),
                FilePath.of(modules.get(step.module()), step.file()),
                1,
                1,
                "",
                step.name() + " was not looked at: one that runs before it has failed.",
                NOT_REACHED.safer(),
                "",
                null);
    }
}

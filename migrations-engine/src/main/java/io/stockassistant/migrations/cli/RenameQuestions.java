package io.stockassistant.migrations.cli;

import io.stockassistant.migrations.autogenerate.RenameAnswers;
import io.stockassistant.migrations.autogenerate.RenameWords;
import io.stockassistant.migrations.change.LikelyRename;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Asks whether what went and what came are one thing under two names. */
final class RenameQuestions {

    private RenameQuestions() {}

    /**
     * The answers with those of a person.
     *
     * @throws ProblemException {@code rename-undecided} if there is nobody to ask
     */
    static RenameAnswers ask(Console console, List<LikelyRename> questions, RenameAnswers before) {
        if (!console.isInteractive()) {
            ProblemException.throwIfAny(
                    questions.stream().map(RenameQuestions::undecided).toList());
        }
        RenameAnswers answers = before;
        List<Rename> same = new ArrayList<>();
        for (LikelyRename each : questions) {
            if (same.stream().noneMatch(other -> meet(other, each.rename()))) {
                boolean isSame = console.confirm("Is " + name(each.rename()) + " now called "
                        + RenameWords.of(each.rename()).to() + " (" + each.because() + ")? Otherwise it is dropped.");
                answers = answers.with(each, isSame);
                if (isSame) {
                    same.add(each.rename());
                }
            }
        }
        return answers;
    }

    /** One thing has one name before and one after. */
    private static boolean meet(Rename one, Rename other) {
        return one.subject() == other.subject()
                && one.parent().equals(other.parent())
                && (one.from().equals(other.from()) || one.to().equals(other.to()));
    }

    private static Problem undecided(LikelyRename question) {
        RenameWords words = RenameWords.of(question.rename());
        return Problem.of(
                ProblemCode.RENAME_UNDECIDED,
                "Is " + name(question.rename()) + " now called " + words.to() + ", or is it dropped and " + words.to()
                        + " new? " + question.because() + ".",
                "Add --rename " + CommandText.word(words.toString())
                        + " to keep what is in it, or --no-rename " + CommandText.word(words.toString())
                        + " to drop it.");
    }

    private static String name(Rename rename) {
        return RenameWords.before(rename);
    }
}

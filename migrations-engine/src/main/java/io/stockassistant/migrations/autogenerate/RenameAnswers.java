package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.change.LikelyRename;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody has said about names that went and names that came.
 *
 * @param same pairs that are one thing under two names
 * @param different pairs that are two things: the one goes, the other is new
 */
public record RenameAnswers(List<RenameWords> same, List<RenameWords> different) {

    public RenameAnswers {
        same = List.copyOf(same);
        different = List.copyOf(different);
    }

    /**
     * Reads them as they were typed.
     *
     * @throws ProblemException {@code invalid-option} if one has no form that is known, or is said to be both
     */
    public static RenameAnswers parse(List<String> same, List<String> different) {
        RenameAnswers answers = new RenameAnswers(
                same.stream().map(RenameWords::parse).toList(),
                different.stream().map(RenameWords::parse).toList());
        ProblemException.throwIfAny(answers.same.stream()
                .filter(answers.different::contains)
                .distinct()
                .map(RenameAnswers::both)
                .toList());
        return answers;
    }

    private static Problem both(RenameWords words) {
        return Problem.of(
                ProblemCode.INVALID_OPTION,
                words + " is said to be one thing (--rename) and two (--no-rename).",
                "Leave one of the two options away.");
    }

    /** The same with one more answer. */
    public RenameAnswers with(LikelyRename question, boolean isSame) {
        List<RenameWords> yes = new ArrayList<>(same);
        List<RenameWords> no = new ArrayList<>(different);
        (isSame ? yes : no).add(RenameWords.of(question.rename()));
        return new RenameAnswers(yes, no);
    }

    boolean isOpen(LikelyRename question) {
        return !different.contains(RenameWords.of(question.rename()));
    }
}

package io.stockassistant.migrations.lint;

import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.script.SecretMask;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * @param code of the rule
 * @param title of the rule
 * @param migration as messages name it: {@code module@version}
 * @param file as messages name it
 * @param line counted from 1
 * @param column counted from 1
 * @param statement its text; empty if the finding is about the whole file
 * @param scale how much that is in a database in use, as a sentence; empty if none was asked
 * @param effects of the statement
 * @param question that a database in use can answer
 */
public record Finding(
        String code,
        String title,
        Severity severity,
        String module,
        String migration,
        String file,
        int line,
        int column,
        String statement,
        String message,
        String remedy,
        String scale,
        @Nullable StatementEffects effects,
        @Nullable RowQuestion question) {

    public Finding(
            String code,
            String title,
            Severity severity,
            String module,
            String migration,
            String file,
            int line,
            int column,
            String statement,
            String message,
            String remedy,
            String scale,
            @Nullable StatementEffects effects) {
        this(
                code, title, severity, module, migration, file, line, column, statement, message, remedy, scale,
                effects, null);
    }

    /** What is wrong, and how much of it there is. */
    public String text() {
        return scale.isEmpty() ? message : message + " " + scale;
    }

    /** The same without the secrets of the statement. */
    public Finding masked() {
        return new Finding(
                code,
                title,
                severity,
                module,
                migration,
                file,
                line,
                column,
                SecretMask.ofText(statement),
                SecretMask.ofText(message),
                SecretMask.ofText(remedy),
                scale,
                effects,
                question);
    }

    Finding withScale(String sentence) {
        return new Finding(
                code, title, severity, module, migration, file, line, column, statement, message, remedy, sentence,
                effects, question);
    }

    Finding withSeverity(Severity other) {
        return new Finding(
                code, title, other, module, migration, file, line, column, statement, message, remedy, scale, effects,
                question);
    }

    /**
     * The same with what a database in use says: rows that break it are an error if nothing writes to them first, and
     * where there are none it is a note, unless the project has said otherwise.
     */
    Finding answered(RowQuestion asked, RowAnswer answer, boolean mayBeMended, LintSettings settings) {
        String sentence = answer.sentence(asked);
        if (answer instanceof RowAnswer.Some) {
            return mayBeMended
                    ? withScale(sentence + "; see that the statements before it mend that.")
                    : withScale(sentence + ": it fails there.")
                            .withSeverity(settings.severity(code, Severity.ERROR, module)
                                    .orElse(severity));
        }
        return answer instanceof RowAnswer.None ? withScale(sentence).withSeverity(Severity.INFO) : withScale(sentence);
    }

    Optional<RowQuestion> findQuestion() {
        return Optional.ofNullable(question);
    }

    public Optional<StatementEffects> findEffects() {
        return Optional.ofNullable(effects);
    }
}

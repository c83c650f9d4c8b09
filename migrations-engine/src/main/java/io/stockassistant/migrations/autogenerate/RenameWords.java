package io.stockassistant.migrations.autogenerate;

import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.change.Rename.Subject;
import io.stockassistant.migrations.module.Identifiers;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rename as people write it, {@code customers=clients} or {@code orders.total=amount}: names without the schema, as
 * they are kept; one with a dot, an equals sign or a quote in double quotes.
 *
 * @param owner the table of a column or a constraint, the type of a value; empty for what stands in the schema itself
 */
public record RenameWords(Optional<String> owner, String from, String to) {

    private static final String PART = "(\"(?:[^\"]|\"\")+\"|[^\".=]+)";
    private static final Pattern FORM = Pattern.compile("(?:" + PART + "\\.)?" + PART + "=" + PART);
    private static final Pattern PLAIN = Pattern.compile("[^\".=]+");

    /** @throws io.stockassistant.migrations.problem.ProblemException {@code invalid-option} if it has another form */
    static RenameWords parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw Problem.of(
                            ProblemCode.INVALID_OPTION,
                            "'" + text + "' is no rename.",
                            "For a table: customers=clients; for a column: orders.total=amount")
                    .asException();
        }
        return new RenameWords(
                Optional.ofNullable(form.group(1)).map(Identifiers::unquote),
                plain(form.group(2)),
                plain(form.group(3)));
    }

    /** What a model says about its table, or a column of it. */
    static RenameWords of(FormerName name) {
        return name.column()
                .map(column -> new RenameWords(Optional.of(name.table()), name.was(), column))
                .orElseGet(() -> new RenameWords(Optional.empty(), name.was(), name.table()));
    }

    /** A rename in the words that name it on the command line. */
    public static RenameWords of(Rename rename) {
        boolean ofSchema = switch (rename.subject()) {
            case TABLE, INDEX, SEQUENCE -> true;
            case COLUMN, CONSTRAINT, ENUM_VALUE -> false;
        };
        boolean isValue = rename.subject() == Subject.ENUM_VALUE;
        return new RenameWords(
                ofSchema ? Optional.empty() : Optional.of(last(rename.parent())),
                isValue ? rename.from() : Identifiers.unquote(rename.from()),
                isValue ? rename.to() : Identifiers.unquote(rename.to()));
    }

    /** What is renamed, for a question: {@code column orders.total}. */
    public static String before(Rename rename) {
        RenameWords words = of(rename);
        return rename.subject().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                + words.owner.map(each -> each + ".").orElse("") + words.from;
    }

    /** The last part of a qualified name, without quotes. */
    static String last(String qualified) {
        Matcher part =
                Pattern.compile("(?:^|\\.)(\"(?:[^\"]|\"\")+\"|[^\".]+)$").matcher(qualified);
        return part.find() ? plain(part.group(1)) : qualified;
    }

    private static String plain(@Nullable String word) {
        return Identifiers.unquote(String.valueOf(word));
    }

    private static String word(String name) {
        return PLAIN.matcher(name).matches() ? name : Identifiers.quote(name);
    }

    @Override
    public String toString() {
        return owner.map(each -> word(each) + ".").orElse("") + word(from) + "=" + word(to);
    }
}

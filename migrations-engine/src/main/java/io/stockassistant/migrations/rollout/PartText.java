package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.change.SchemaStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in the files of a part, below their header lines. */
public final class PartText {

    private static final Pattern VALUE = Pattern.compile("['$]");
    private static final String NO_TRANSACTION = "executeInTransaction=false\n";
    private static final String NO_PLACEHOLDERS = "placeholderReplacement=false\n";

    /** The statements that go forward, grouped by what they change, with their hazards above them. */
    public String upgrade(Part part) {
        return text(part.upgrade());
    }

    /** The same for the way back. */
    public String downgrade(Part part) {
        return text(part.downgrade());
    }

    /**
     * What has to stand in the file {@code V….sql.conf}, if anything has to. An index that is built concurrently needs
     * none if nothing stands beside it, since it says enough by itself.
     */
    public Optional<String> upgradeConf(Part part) {
        return conf(part.upgrade());
    }

    /** The same for {@code U….sql.conf}. */
    public Optional<String> downgradeConf(Part part) {
        return conf(part.downgrade());
    }

    private static Optional<String> conf(List<SchemaStatement> statements) {
        String text = (Transactions.haveToSaySo(statements) ? NO_TRANSACTION : "")
                + (statements.stream().anyMatch(each -> each.sql().contains("${")) ? NO_PLACEHOLDERS : "");
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String text(List<SchemaStatement> statements) {
        List<String> paragraphs = new ArrayList<>();
        Subjects subjects = new Subjects(statements);
        String subject = "";
        for (SchemaStatement each : statements) {
            String next = subjects.of(each).orElse(subject);
            if (subjects.areSeveral() && !next.equals(subject)) {
                paragraphs.add("-- " + next);
            }
            subject = next;
            paragraphs.add(paragraph(each));
        }
        return paragraphs.isEmpty() ? "" : String.join("\n\n", paragraphs) + "\n";
    }

    private static String paragraph(SchemaStatement statement) {
        StringBuilder text = new StringBuilder();
        // Without the word before it, one of the codes would be read as a header of the file.
        statement
                .hazards()
                .forEach(each -> text.append("-- hazard ").append(each).append('\n'));
        return text.append(indented(statement.sql())).append(';').toString();
    }

    /** With the indentation of the rest of the files, up to where it could be part of a value. */
    private static String indented(String sql) {
        Matcher value = VALUE.matcher(sql);
        int end = value.find() ? value.start() : sql.length();
        return sql.substring(0, end).replace("\n\t", "\n    ") + sql.substring(end);
    }
}

package io.stockassistant.migrations.autogenerate.hibernate;

import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Indexes that the annotation cannot say, and that Hibernate would turn into something else without a word. */
final class IndexRefusals {

    private static final Pattern COLUMN = Pattern.compile("[^\\s()]+(?:\\s+(?:asc|desc))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS =
            Pattern.compile("\\([^,]*\\)(?:\\s+(?:asc|desc))?", Pattern.CASE_INSENSITIVE);

    private final String schema;
    private final Refusals.Sink problems;

    IndexRefusals(String schema, Refusals.Sink problems) {
        this.schema = schema;
        this.problems = problems;
    }

    void check(Class<?> type) {
        Table table = type.getAnnotation(Table.class);
        if (table != null) {
            for (Index index : table.indexes()) {
                check(type, index);
            }
        }
    }

    private void check(Class<?> type, Index index) {
        List<String> parts = parts(index.columnList());
        String subject = "The " + (index.unique() ? "unique " : "") + "index "
                + (index.name().isEmpty() ? "" : index.name() + " ") + "of " + PropertyName.of(type);
        boolean plain = parts.stream().allMatch(each -> COLUMN.matcher(each).matches());
        if (index.unique()) {
            refuseUnique(index, subject, plain, parts);
        } else if (!plain) {
            boolean bracketed = parts.stream()
                    .allMatch(each -> COLUMN.matcher(each).matches()
                            || BRACKETS.matcher(each).matches());
            if (!bracketed) {
                problems.add(subject + " is over an expression: " + index.columnList() + ".", intoTheFile());
            } else if (index.name().isEmpty()) {
                problems.add(
                        subject + " is over an expression and has no name: " + index.columnList() + ".",
                        "Give it one: @Index(name = \"ix_…\", columnList = …).");
            }
        }
    }

    /** What is left is a unique constraint, which knows neither conditions nor expressions nor an order. */
    private void refuseUnique(Index index, String subject, boolean plain, List<String> parts) {
        String options = index.options().toLowerCase(Locale.ROOT);
        if (!plain) {
            problems.add(subject + " is over an expression: " + index.columnList() + ".", intoTheFile());
        } else if (Pattern.compile("\\bwhere\\b").matcher(options).find()) {
            problems.add(subject + " is partial: " + index.options() + ".", intoTheFile());
        } else if (parts.stream().anyMatch(each -> each.contains(" "))) {
            problems.add(subject + " has an order: " + index.columnList() + ".", intoTheFile());
        }
    }

    private String intoTheFile() {
        return "Write it as CREATE INDEX into " + Refusals.modelSql(schema) + " instead.";
    }

    /** Split at commas that stand in no brackets. */
    private static List<String> parts(String columnList) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= columnList.length(); i++) {
            char at = i < columnList.length() ? columnList.charAt(i) : ',';
            depth += at == '(' ? 1 : at == ')' ? -1 : 0;
            if (at == ',' && (depth <= 0 || i == columnList.length())) {
                parts.add(columnList.substring(from, i).strip());
                from = i + 1;
            }
        }
        return parts.stream().filter(each -> !each.isEmpty()).toList();
    }
}

package io.stockassistant.migrations.autogenerate.hibernate;

import io.stockassistant.migrations.history.Literals;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** COMMENT ON the table and its columns. */
final class CommentSql {

    private CommentSql() {}

    static List<String> of(Table table, Names names, Declarations declarations) {
        List<String> statements = new ArrayList<>();
        add(statements, "TABLE " + names.of(table), table.getComment());
        for (Column column : declarations.inOrder(table)) {
            add(statements, "COLUMN " + names.of(table, column), column.getComment());
        }
        return statements;
    }

    private static void add(List<String> statements, String object, @Nullable String comment) {
        if (comment != null && !comment.isEmpty()) {
            statements.add("COMMENT ON " + object + " IS " + Literals.quote(comment));
        }
    }
}

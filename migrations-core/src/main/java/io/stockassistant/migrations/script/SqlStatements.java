package io.stockassistant.migrations.script;

import java.util.List;

/** Text that a program wrote, as single statements. */
public final class SqlStatements {

    private SqlStatements() {}

    /**
     * The statements of a text in order, each without its semicolon and the comments before it.
     *
     * @throws IllegalArgumentException if something opens in it and never closes
     */
    public static List<String> of(String sql) {
        StatementScanner scanned = StatementScanner.scan(sql);
        scanned.findOpen().ifPresent(open -> {
            throw new IllegalArgumentException("line " + open.line() + " opens " + open.what() + ", never closed");
        });
        return scanned.statements().stream()
                .map(each -> each.sql().substring(Comments.endOfLeading(each.sql())))
                .toList();
    }
}

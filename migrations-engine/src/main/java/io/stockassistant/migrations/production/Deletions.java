package io.stockassistant.migrations.production;

import io.stockassistant.migrations.script.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds DELETE without a condition, also inside WITH, EXPLAIN and PREPARE. */
final class Deletions {

    private Deletions() {}

    /** The tables that lose every row. */
    static List<Name> list(List<Token> statement) {
        List<Name> tables = new ArrayList<>();
        for (int i = 0; i + 2 < statement.size(); i++) {
            if (statement.get(i).is("delete") && statement.get(i + 1).is("from")) {
                Cursor words = new Cursor(statement.subList(i + 2, statement.size()));
                words.take("only");
                words.takeTable().filter(table -> !hasCondition(words.rest())).ifPresent(tables::add);
            }
        }
        return tables;
    }

    private static boolean hasCondition(List<Token> rest) {
        int depth = 0;
        for (int i = 0; i < rest.size() && depth >= 0; i++) {
            Token token = rest.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is("where")) {
                return !isTrue(rest.subList(i + 1, rest.size()));
            }
        }
        return false;
    }

    private static boolean isTrue(List<Token> condition) {
        Cursor words = new Cursor(condition);
        return words.take("true") && (words.isAtEnd() || words.takeAny(")", "returning"));
    }
}

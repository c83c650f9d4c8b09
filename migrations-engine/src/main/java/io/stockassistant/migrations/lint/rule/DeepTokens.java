package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.script.Token;
import io.stockassistant.migrations.script.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a statement, and of a DO block also what stands in its quotes. */
final class DeepTokens {

    private DeepTokens() {}

    static List<Token> of(String sql) {
        List<Token> tokens = Tokens.of(sql);
        if (tokens.isEmpty() || !tokens.get(0).is("do")) {
            return tokens;
        }
        List<Token> all = new ArrayList<>();
        collect(tokens, all);
        return all;
    }

    private static void collect(List<Token> tokens, List<Token> all) {
        for (Token each : tokens) {
            all.add(each);
            if (each.isString() && each.text().indexOf(' ') >= 0) {
                collect(Tokens.of(each.text()), all);
            }
        }
    }

    /** Whether words stand in it, one behind the other. */
    static boolean contains(String sql, String... words) {
        List<Token> tokens = of(sql);
        for (int i = 0; i + words.length <= tokens.size(); i++) {
            int at = 0;
            while (at < words.length && tokens.get(i + at).is(words[at])) {
                at++;
            }
            if (at == words.length) {
                return true;
            }
        }
        return false;
    }

    /** Whether it begins with one of some words. */
    static boolean beginsWith(String sql, String... words) {
        List<Token> tokens = Tokens.of(sql);
        return !tokens.isEmpty() && Stream.of(words).anyMatch(tokens.get(0)::is);
    }
}

package io.stockassistant.migrations.production;

import io.stockassistant.migrations.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through the words of a statement. */
final class Cursor {

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean isAtEnd() {
        return at >= tokens.size();
    }

    /** Goes past these words if they come next, all of them. */
    boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Goes past the first of these words that comes next. */
    boolean takeAny(String... words) {
        for (String word : words) {
            if (take(word)) {
                return true;
            }
        }
        return false;
    }

    Optional<String> takeName() {
        return !isAtEnd() && tokens.get(at).isName()
                ? Optional.of(tokens.get(at++).text())
                : Optional.empty();
    }

    /** The name of a table; with a database's name before it, that one is left out. */
    Optional<Name> takeTable() {
        Optional<Name> name = takeName().map(each -> new Name(null, each));
        while (name.isPresent() && take(".")) {
            String before = name.get().table();
            name = takeName().map(each -> new Name(before, each));
        }
        take("*");
        return name;
    }

    /** Tables with commas between, each with ONLY before it or not. */
    List<Name> takeTables() {
        List<Name> names = new ArrayList<>();
        do {
            take("only");
            boolean inParentheses = take("(");
            takeTable().ifPresent(names::add);
            if (inParentheses) {
                take(")");
            }
        } while (take(","));
        return names;
    }

    /** All that is left. */
    List<Token> rest() {
        return tokens.subList(Math.min(at, tokens.size()), tokens.size());
    }

    /** Whether a word comes anywhere after this. */
    boolean has(String word) {
        return rest().stream().anyMatch(each -> each.is(word));
    }

    /** What is left, cut at the commas outside of parentheses. */
    List<List<Token>> parts() {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        for (Token token : rest()) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parts.add(part);
                part = new ArrayList<>();
            } else {
                part.add(token);
            }
        }
        parts.add(part);
        return parts;
    }
}

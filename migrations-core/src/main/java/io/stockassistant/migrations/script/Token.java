package io.stockassistant.migrations.script;

/**
 * One piece of SQL.
 *
 * @param text a word as the server folds it, in lower case; what stands between the quotes of anything quoted
 */
public record Token(Kind kind, String text) {

    /** What a piece is. */
    public enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in double quotes. */
        QUOTED,
        /** Text between quotes or dollars. */
        STRING,
        /** Any other character. */
        SYMBOL
    }

    /** Whether it is a keyword, given in lower case, or a symbol. */
    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
    }

    /** Whether it may name something. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    public boolean isString() {
        return kind == Kind.STRING;
    }
}

package io.stockassistant.migrations.production;

import io.stockassistant.migrations.script.Token;
import io.stockassistant.migrations.script.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the statements in the body of a DO block or of a function. */
final class Blocks {

    /** After these a statement begins. */
    private static final Set<String> OPENINGS = Set.of(";", "begin", "then", "else", "loop");

    /** Dropped by themselves these take no rows along. */
    private static final Set<String> WITHOUT_ROWS = Set.of(
            "constraint", "default", "not", "index", "view", "materialized", "trigger", "policy", "rule", "function");

    private Blocks() {}

    /** What the first string among these does when it is run. */
    static List<Effect> list(List<Token> declaration) {
        return declaration.stream()
                .filter(Token::isString)
                .findFirst()
                .map(body -> pieces(Tokens.of(body.text())))
                .orElse(List.of());
    }

    /** A block may decide what it does: what it changes may be so afterwards, or not. */
    static List<Effect> pieces(List<Token> body) {
        List<Effect> effects = new ArrayList<>();
        List<Token> piece = new ArrayList<>();
        for (Token token : body) {
            if (OPENINGS.stream().anyMatch(token::is)) {
                effects.addAll(piece(piece));
                piece = new ArrayList<>();
            } else {
                piece.add(token);
            }
        }
        effects.addAll(piece(piece));
        effects.replaceAll(each -> each instanceof Effect.SearchPath ? new Effect.SearchPath(List.of()) : each);
        if (effects.stream().anyMatch(Blocks::takesNames)) {
            effects.add(new Effect.Unsure());
        }
        return effects;
    }

    private static List<Effect> piece(List<Token> piece) {
        Cursor words = new Cursor(piece);
        if (words.take("execute")) {
            return execute(words.rest());
        }
        List<Effect> effects = new ArrayList<>(Drops.list(piece));
        if (words.has("execute")) {
            effects.add(new Effect.Unread());
        }
        return effects;
    }

    /** A string alone can be read; of one that is put together only what it begins with. */
    private static List<Effect> execute(List<Token> rest) {
        boolean whole = !rest.isEmpty()
                && rest.get(0).isString()
                && (rest.size() == 1 || rest.get(1).is("using") || rest.get(1).is("into"));
        if (whole) {
            return pieces(Tokens.of(rest.get(0).text()));
        }
        boolean takes = rest.stream().anyMatch(each -> each.isString() && mayTake(Tokens.of(each.text())));
        return takes
                ? List.of(new Effect.Unknown("what EXECUTE puts together"), new Effect.Unread())
                : List.of(new Effect.Unread());
    }

    private static boolean mayTake(List<Token> text) {
        for (int i = 0; i < text.size(); i++) {
            boolean harmless =
                    i + 1 < text.size() && WITHOUT_ROWS.contains(text.get(i + 1).text());
            if (text.get(i).is("truncate") || (text.get(i).is("drop") && !harmless)) {
                return true;
            }
        }
        return !Deletions.list(text).isEmpty();
    }

    private static boolean takesNames(Effect effect) {
        return effect instanceof Effect.DropTable
                || effect instanceof Effect.DropColumn
                || effect instanceof Effect.DropSchema
                || effect instanceof Effect.RenameTable
                || effect instanceof Effect.RenameColumn
                || effect instanceof Effect.RenameSchema
                || effect instanceof Effect.MoveTable;
    }
}

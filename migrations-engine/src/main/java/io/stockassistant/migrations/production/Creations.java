package io.stockassistant.migrations.production;

import io.stockassistant.migrations.script.Token;
import java.util.List;

/** Reads what follows the word CREATE. */
final class Creations {

    /** The schema of temporary tables, as every session may call its own. */
    static final String TEMPORARY = "pg_temp";

    private Creations() {}

    static List<Effect> list(Cursor words) {
        words.take("or", "replace");
        words.takeAny("global", "local");
        boolean temporary = words.takeAny("temporary", "temp");
        words.takeAny("unlogged", "foreign");
        if (words.take("table")) {
            words.take("if", "not", "exists");
            return words
                    .takeTable()
                    .<Effect>map(name -> new Effect.CreateTable(temporary ? name.in(TEMPORARY) : name))
                    .stream()
                    .toList();
        }
        if (words.take("schema")) {
            words.take("if", "not", "exists");
            words.take("authorization");
            return words.takeName().<Effect>map(Effect.CreateSchema::new).stream()
                    .toList();
        }
        if (words.takeAny("function", "procedure")) {
            return words.takeTable().<Effect>map(name -> new Effect.Define(name.table(), body(words.rest()))).stream()
                    .toList();
        }
        return List.of();
    }

    /** Between quotes after AS, or plain after BEGIN ATOMIC. */
    private static List<Effect> body(List<Token> declaration) {
        for (int i = 0; i + 1 < declaration.size(); i++) {
            if (declaration.get(i).is("as") && declaration.get(i + 1).isString()) {
                return Blocks.list(declaration.subList(i + 1, declaration.size()));
            }
            if (declaration.get(i).is("begin") && declaration.get(i + 1).is("atomic")) {
                return Blocks.pieces(declaration.subList(i + 2, declaration.size()));
            }
        }
        return List.of();
    }
}

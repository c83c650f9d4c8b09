package io.stockassistant.migrations.production;

import io.stockassistant.migrations.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what follows the word ALTER. */
final class Alterations {

    private final List<Effect> effects = new ArrayList<>();

    private Alterations() {}

    static List<Effect> list(Cursor words) {
        Alterations alterations = new Alterations();
        if (words.take("schema")) {
            alterations.schema(words);
        } else if (words.take("type")) {
            alterations.type(words);
        } else if (words.take("foreign", "table")
                || words.take("materialized", "view")
                || words.takeAny("table", "index", "view", "sequence")) { // the server takes one word for the other
            alterations.table(words);
        }
        return alterations.effects;
    }

    private void schema(Cursor words) {
        Optional<String> from = words.takeName();
        if (from.isPresent() && words.take("rename", "to")) {
            words.takeName().ifPresent(to -> effects.add(new Effect.RenameSchema(from.get(), to)));
        }
    }

    private void type(Cursor words) {
        words.takeTable()
                .filter(type -> words.has("attribute") && words.has("drop") && words.has("cascade"))
                .ifPresent(type -> effects.add(new Effect.Unknown("what uses the type " + type)));
    }

    private void table(Cursor words) {
        boolean ifExists = words.take("if", "exists");
        words.take("only");
        boolean inParentheses = words.take("(");
        Optional<Name> table = words.takeTable();
        if (inParentheses) {
            words.take(")");
        }
        table.ifPresent(name -> words.parts().forEach(part -> action(name, ifExists, part)));
    }

    private void action(Name table, boolean ifExists, List<Token> part) {
        Cursor words = new Cursor(part);
        if (words.take("drop")) {
            drop(table, ifExists, words);
        } else if (words.take("add")) {
            words.take("column");
            words.take("if", "not", "exists");
            words.takeName().ifPresent(column -> effects.add(new Effect.AddColumn(table, column)));
        } else if (words.take("alter")) {
            words.take("column");
            words.takeName()
                    .filter(column -> (words.take("type") || words.take("set", "data", "type")) && words.has("using"))
                    .ifPresent(column -> effects.add(new Effect.Rewrite(table, column)));
        } else if (words.take("rename")) {
            rename(table, words);
        } else if (words.take("set", "schema")) {
            words.takeName().ifPresent(schema -> effects.add(new Effect.MoveTable(table, schema)));
        } else if (words.take("attach", "partition")) {
            words.takeTable().ifPresent(child -> effects.add(new Effect.Attach(table, child)));
        } else if (words.take("inherit")) {
            words.takeTable().ifPresent(parent -> effects.add(new Effect.Attach(parent, table)));
        }
    }

    /** A name that is a keyword somewhere else (identity, expression) is a column here; only CONSTRAINT is reserved. */
    private void drop(Name table, boolean tableIfExists, Cursor words) {
        if (!words.take("constraint")) {
            words.take("column");
            boolean ifExists = words.take("if", "exists") || tableIfExists;
            words.takeName().ifPresent(column -> effects.add(new Effect.DropColumn(table, column, ifExists)));
        }
    }

    private void rename(Name table, Cursor words) {
        if (words.take("to")) {
            words.takeName().ifPresent(to -> effects.add(new Effect.RenameTable(table, to)));
        } else if (!words.take("constraint")) {
            words.take("column");
            Optional<String> from = words.takeName();
            if (from.isPresent() && words.take("to")) {
                words.takeName().ifPresent(to -> effects.add(new Effect.RenameColumn(table, from.get(), to)));
            }
        }
    }
}

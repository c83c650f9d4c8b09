package io.stockassistant.migrations.production;

import io.stockassistant.migrations.script.Statement;
import io.stockassistant.migrations.script.Token;
import io.stockassistant.migrations.script.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads in a statement which tables and columns it drops, creates, renames or empties. What a DO block says in plain
 * statements counts; what is put together while it runs can not be read.
 */
final class Drops {

    /** What goes with these, even with CASCADE, holds no rows: views, constraints, triggers, defaults. */
    private static final Set<String> WITHOUT_ROWS = Set.of(
            "view",
            "materialized",
            "foreign",
            "index",
            "sequence",
            "trigger",
            "event",
            "rule",
            "policy",
            "publication",
            "subscription",
            "statistics",
            "role",
            "user",
            "group",
            "tablespace");

    /** What may stand before a parenthesis and calls nothing. */
    private static final Set<String> NO_CALL =
            Set.of("as", "in", "values", "and", "or", "not", "where", "on", "using", "from");

    private final List<Effect> effects = new ArrayList<>();

    private Drops() {}

    static List<Effect> list(Statement statement) {
        return list(Tokens.of(statement.body()));
    }

    static List<Effect> list(List<Token> statement) {
        Drops drops = new Drops();
        drops.read(statement);
        return drops.effects;
    }

    private void read(List<Token> statement) {
        Cursor words = new Cursor(statement);
        if (words.take("drop")) {
            drop(words);
        } else if (words.take("alter")) {
            effects.addAll(Alterations.list(words));
        } else if (words.take("create")) {
            effects.addAll(Creations.list(words));
        } else if (words.take("truncate")) {
            truncate(words);
        } else if (words.take("do")) {
            effects.addAll(Blocks.list(words.rest()));
        } else if (words.takeAny("set", "reset", "discard")) {
            set(words);
        } else if (words.take("rollback")) {
            if (words.has("to")) {
                effects.add(new Effect.Unsure());
                effects.add(new Effect.SearchPath(List.of()));
            }
        } else if (!words.takeAny("comment", "grant", "revoke", "security")) {
            Deletions.list(statement).forEach(table -> effects.add(new Effect.Empty(table)));
            calls(statement);
        }
    }

    private void drop(Cursor words) {
        if (words.take("table")) {
            boolean ifExists = words.take("if", "exists");
            words.takeTables().forEach(table -> effects.add(new Effect.DropTable(table, ifExists)));
        } else if (words.take("schema")) {
            boolean ifExists = words.take("if", "exists");
            List<Name> schemas = words.takeTables();
            if (words.has("cascade")) { // without it, only an empty one can be dropped
                schemas.forEach(schema -> effects.add(new Effect.DropSchema(schema.table(), ifExists)));
            }
        } else if (words.take("owned", "by")) {
            words.takeTables().forEach(role -> effects.add(new Effect.Unknown("what the role " + role + " owns")));
        } else if (words.take("database")) {
            words.take("if", "exists");
            words.takeName().ifPresent(name -> effects.add(new Effect.Unknown("the database " + name)));
        } else {
            Optional<String> kind = words.takeName();
            if (kind.isPresent() && !WITHOUT_ROWS.contains(kind.get()) && words.has("cascade")) {
                words.take("if", "exists");
                String name = words.takeTable().map(each -> " " + each).orElse("");
                effects.add(new Effect.Unknown("what uses the " + kind.get() + name));
            }
        }
    }

    private void truncate(Cursor words) {
        words.take("table");
        List<Name> tables = words.takeTables();
        tables.forEach(table -> effects.add(new Effect.Empty(table)));
        if (words.has("cascade")) {
            tables.forEach(table -> effects.add(new Effect.Unknown("the rows of tables that refer to " + table)));
        }
    }

    private void set(Cursor words) {
        words.takeAny("session", "local");
        if (words.take("search_path")) {
            words.takeAny("to", "=");
            List<String> schemas = new ArrayList<>();
            words.rest().stream()
                    .filter(each -> each.isName() || each.isString())
                    .forEach(each -> schemas.add(each.text()));
            effects.add(new Effect.SearchPath(schemas.contains("default") ? List.of() : schemas));
        } else if (words.take("schema")) {
            effects.add(new Effect.SearchPath(words.rest().stream()
                    .filter(Token::isString)
                    .map(Token::text)
                    .toList()));
        } else if (words.take("all")) {
            effects.add(new Effect.SearchPath(List.of()));
        }
    }

    private void calls(List<Token> statement) {
        Set<String> called = new LinkedHashSet<>();
        for (int i = 1; i < statement.size(); i++) {
            if (statement.get(i).is("(")
                    && statement.get(i - 1).isName()
                    && !NO_CALL.contains(statement.get(i - 1).text())) {
                called.add(statement.get(i - 1).text());
            }
        }
        if (called.contains("set_config")
                && statement.stream()
                        .anyMatch(each -> each.isString() && each.text().equalsIgnoreCase("search_path"))) {
            effects.add(new Effect.SearchPath(List.of()));
        }
        if (!called.isEmpty()) {
            effects.add(new Effect.Call(called));
        }
    }
}

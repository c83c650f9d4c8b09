package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.script.Tokens;

/** Tells what lets others work meanwhile: its locks are gone before anybody could look. */
final class Concurrent {

    private Concurrent() {}

    static boolean is(Scene scene) {
        return !scene.effects().transactional()
                && Tokens.of(scene.sql()).stream().anyMatch(each -> each.is("concurrently"));
    }
}

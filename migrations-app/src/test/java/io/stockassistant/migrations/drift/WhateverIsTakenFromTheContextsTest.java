package io.stockassistant.migrations.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.drift.Mutations.Mutation;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Planner;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every column, index, constraint and comment of the contexts, and whatever else they have, one at a time. */
class WhateverIsTakenFromTheContextsTest {

    private static final Migrations MIGRATIONS = Migrations.list(Modules.of(ModuleSource.classPath()));

    @Test
    void isFoundByDrift() throws SQLException {
        try (Shadow shadow = TestShadow.open();
                ShadowDatabase live = shadow.create()) {
            new Replay(new RunOrigin("test", "0", "tester", "here"), new Interruption())
                    .run(live, MIGRATIONS, histories -> new Planner(MIGRATIONS).upgrade(histories, List.of(), false));
            try (ShadowDatabase expected = shadow.cloneOf(live);
                    Connection one = live.open("");
                    Connection other = expected.open("")) {
                for (Module module : MIGRATIONS.modules().list()) {
                    Scope scope = Scope.schemas(List.of(module.schema()));
                    Catalog catalog = CatalogReader.read(one, scope);
                    List<Mutation> mutations = new ArrayList<>(Mutations.dropping(catalog));
                    mutations.addAll(comments(catalog));
                    TriedOut tried = TriedOut.on(one, other, MIGRATIONS.modules(), scope, mutations);
                    assertThat(tried.missed()).isEmpty();
                    assertThat(tried.tried())
                            .as("objects of " + module.name())
                            .isGreaterThan(catalog.list(Kind.COLUMN).size()
                                    + catalog.list(Kind.CONSTRAINT).size());
                }
            }
        }
    }

    /** Every comment that there is, changed; added where there is none, with -Pfull everywhere, otherwise here and there. */
    private static List<Mutation> comments(Catalog catalog) {
        int step = Boolean.getBoolean("tests.full") ? 1 : 4;
        List<Mutation> all = Mutations.commenting(catalog);
        return IntStream.range(0, all.size())
                .filter(each -> each % step == 0 || hasComment(catalog, all.get(each)))
                .mapToObj(all::get)
                .toList();
    }

    private static boolean hasComment(Catalog catalog, Mutation mutation) {
        return catalog.find(mutation.kind(), mutation.object())
                .filter(each -> each.has("comment"))
                .isPresent();
    }
}

package io.stockassistant.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stockassistant.migrations.apply.Interruption;
import io.stockassistant.migrations.effect.MigrationEffects;
import io.stockassistant.migrations.effect.StatementEffects;
import io.stockassistant.migrations.history.Histories;
import io.stockassistant.migrations.history.RunOrigin;
import io.stockassistant.migrations.lint.rule.Rules;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.plan.Direction;
import io.stockassistant.migrations.replay.Replay;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each migration does what the table of truth says, and the rules find what is in it, and nothing else. */
class WhatStatementsDoTest {

    private static final List<TruthCase> CASES = TruthCase.all()
            .filter(each -> TestPostgres.shared().major() >= each.since())
            .toList();

    @TempDir
    private static Path folder;

    /** Where cases move things to: it belongs to the whole server. */
    private static final String TABLESPACE = "lint_" + ProcessHandle.current().pid();

    /** In each, a module looks at the histories of all others. */
    private static final int MODULES_IN_A_RUN = 20;

    private static final List<Finding> FOUND = new ArrayList<>();
    private static final List<MigrationEffects> SEEN = new ArrayList<>();

    /** Each is a module of its own. */
    @BeforeAll
    static void lint() throws IOException, SQLException {
        if (TestPostgres.shared().major() >= 15) {
            onServer("SET allow_in_place_tablespaces = on", "CREATE TABLESPACE " + TABLESPACE + " LOCATION ''");
        }
        try (Shadow shadow = TestShadow.open()) {
            for (int i = 0; i < CASES.size(); i += MODULES_IN_A_RUN) {
                Path modules = folder.resolve("run" + i);
                for (int j = i; j < Math.min(i + MODULES_IN_A_RUN, CASES.size()); j++) {
                    write(CASES.get(j), modules.resolve(module(j)));
                }
                LintReport report = new Lint(
                                Migrations.list(Modules.of(ModuleSource.folder(modules))),
                                shadow,
                                new Replay(new RunOrigin("migrations lint", "0", "tester", "here"), new Interruption()),
                                Rules.all(),
                                LintSettings.DEFAULTS)
                        .lint(LintWish.ofModules(Set.of()), Histories.empty());
                FOUND.addAll(report.findings());
                SEEN.addAll(report.migrations());
            }
        }
    }

    private static void write(TruthCase each, Path module) throws IOException {
        Files.createDirectories(module);
        Files.writeString(module.resolve("V20260101000000__before.sql"), each.before());
        Files.writeString(
                module.resolve("V20260102000000__it.sql"), each.migration().replace("lint_truth", TABLESPACE));
        if (each.outside()) {
            Files.writeString(module.resolve("V20260102000000__it.sql.conf"), "executeInTransaction=false\n");
        }
    }

    @AfterAll
    static void dropTablespace() throws SQLException {
        onServer("DROP TABLESPACE IF EXISTS " + TABLESPACE);
    }

    private static void onServer(String... statements) throws SQLException {
        try (TestDatabase any = TestPostgres.shared().newDatabase();
                Connection connection = any.connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    static Stream<Integer> cases() {
        return IntStream.range(0, CASES.size()).boxed();
    }

    private static String module(int index) {
        return "t%03d".formatted(index);
    }

    /** What somebody has to judge when rules change: {@code -Dtests.write=true} writes it into the files. */
    @Test
    void isWrittenOnDemand() throws IOException {
        assumeThat(Boolean.getBoolean("tests.write")).isTrue();
        Map<String, SortedSet<String>> seen = new HashMap<>();
        for (int i = 0; i < CASES.size(); i++) {
            seen.put(CASES.get(i).toString(), seen(i));
        }
        TruthCase.write(Path.of("src/test/resources/io/stockassistant/migrations/lint/truth"), seen);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void areSeen(int index) {
        assertThat(seen(index))
                .as("%s%n%s", CASES.get(index), found(index))
                .isEqualTo(CASES.get(index).expected());
    }

    private static SortedSet<String> seen(int index) {
        List<StatementEffects> effects = SEEN.stream()
                .filter(each -> each.step().name().equals(migration(index)))
                .filter(each -> each.step().direction() == Direction.UP)
                .map(MigrationEffects::statements)
                .flatMap(List::stream)
                .toList();
        return TruthCase.seen(effects, found(index));
    }

    private static List<Finding> found(int index) {
        return FOUND.stream()
                .filter(each -> each.migration().equals(migration(index)))
                .filter(each -> !each.code().equals("no-way-back"))
                .toList();
    }

    private static String migration(int index) {
        return module(index) + "@20260102000000";
    }
}

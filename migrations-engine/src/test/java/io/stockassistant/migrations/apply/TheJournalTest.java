package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.history.JournalReader;
import io.stockassistant.migrations.history.JournalledRun;
import io.stockassistant.migrations.module.Module;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the schema of the program after runs of every kind. */
class TheJournalTest {

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void shop() {
        Shop.writeTo(scene.modules());
    }

    private List<JournalledRun> runs() throws SQLException {
        try (Connection connection = scene.connect()) {
            return JournalReader.read(connection, 20, Optional.empty()).orElseThrow();
        }
    }

    private static List<String> steps(JournalledRun run) {
        return run.steps().stream()
                .map(each -> each.direction() + " " + each.version() + " " + each.outcome())
                .toList();
    }

    @Test
    void tellsOfEveryRunThatHadSomethingToDo() throws SQLException {
        scene.up("shop@2");
        scene.up();
        scene.down("shop@3");
        scene.runs().stamp("shop@4");
        assertThat(runs()).extracting(JournalledRun::id).containsExactly(1L, 2L, 3L, 4L);
        assertThat(runs()).extracting(JournalledRun::direction).containsExactly("up", "up", "down", "up");
        assertThat(runs()).extracting(JournalledRun::planned).containsExactly(2, 2, 1, 1);
        assertThat(runs())
                .extracting(TheJournalTest::steps)
                .containsExactly(
                        List.of("up 1 done", "up 2 done"),
                        List.of("up 3 done", "up 4 done"),
                        List.of("down 4 done"),
                        List.of("record 4 done"));
        assertThat(runs()).allSatisfy(each -> {
            assertThat(each.outcome()).isEqualTo("done");
            assertThat(each.command()).isEqualTo("migrations upgrade");
            assertThat(each.databaseUser()).isEqualTo(scene.database().user());
            assertThat(each.osUser()).isEqualTo("tester");
            assertThat(each.host()).isEqualTo("here");
            assertThat(each.clientAddress()).isNotNull();
            assertThat(each.planHash()).hasSize(64);
            assertThat(each.message()).isNull();
            assertThat(each.endedAt()).isAfterOrEqualTo(each.startedAt());
            assertThat(each.steps()).allSatisfy(step -> {
                assertThat(step.module()).isEqualTo("shop");
                assertThat(step.duration()).isGreaterThanOrEqualTo(java.time.Duration.ZERO);
                assertThat(step.endedAt()).isBetween(each.startedAt(), each.endedAt());
            });
        });
    }

    @Test
    void saysWhyARunStopped() throws SQLException {
        scene.modules().upgrade("shop", "3__rows", "INSERT INTO items VALUES (1 / 0);\n");
        scene.up();
        JournalledRun run = runs().get(0);
        assertThat(run.outcome()).isEqualTo("stopped");
        assertThat(run.message()).isEqualTo("failed-migration: division by zero");
        assertThat(steps(run)).containsExactly("up 1 done", "up 2 done", "up 3 failed");
        assertThat(run.steps().get(2).sqlState()).isEqualTo("22012");
        assertThat(run.steps().get(2).message()).isEqualTo("division by zero");
        assertThat(run.done()).isEqualTo(2);
    }

    @Test
    void saysSoOfAScriptWithoutATransactionToo() throws SQLException {
        Shop.breakLastAfterItsFirstStatement(scene.modules(), "V");
        scene.up();
        assertThat(steps(runs().get(0))).endsWith("up 4 failed");
    }

    @Test
    void namesWhatHasNoVersionByItsDescription() throws SQLException {
        scene.modules().file("shop/R__a_view.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM items;\n");
        scene.up();
        JournalledRun.Step last = runs().get(0).steps().get(4);
        assertThat(last.version()).isNull();
        assertThat(last.description()).isEqualTo("a view");
    }

    @Test
    void isNotWrittenByARunWithNothingToDo() throws SQLException {
        scene.up();
        scene.up();
        scene.down("head");
        scene.runs().repair();
        assertThat(runs()).hasSize(1);
    }

    @Test
    void saysOfARunThatWasKilledThatItWasBrokenOff() throws Exception {
        scene.up("shop@1");
        scene.modules().upgrade("shop", "2__names", "SELECT pg_sleep(20);\n");
        Background<ApplyReport> run = Background.start(scene::up);
        Waiting.until(scene, Waiting.statementUnderWay("pg_sleep"));
        scene.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        run.get();
        assertThat(runs().get(1).outcome()).as("nobody holds its lock").isEqualTo("aborted");
        Shop.writeTo(scene.modules());
        scene.up();
        assertThat(runs()).extracting(JournalledRun::outcome).containsExactly("done", "aborted", "done");
        assertThat(runs().get(1).endedAt()).isNull();
    }

    @Test
    void showsTheLastRunsOrThoseOfAModule() throws SQLException {
        scene.modules().upgrade("till", "1__a", "SELECT 1;\n");
        scene.up("shop@1");
        scene.up("till");
        scene.up("shop@2");
        try (Connection connection = scene.connect()) {
            assertThat(JournalReader.read(connection, 2, Optional.empty()).orElseThrow())
                    .extracting(JournalledRun::id)
                    .containsExactly(2L, 3L);
            assertThat(JournalReader.read(connection, 20, Optional.of("shop")).orElseThrow())
                    .extracting(JournalledRun::id)
                    .containsExactly(1L, 3L);
        }
    }

    @Test
    void isNotNeededToMigrate() throws SQLException {
        String role = "journal_" + scene.database().name();
        scene.execute("CREATE ROLE " + role + " LOGIN PASSWORD '"
                + scene.database().password() + "'; CREATE SCHEMA shop" + " AUTHORIZATION " + role);
        try {
            List<String> notes = new ArrayList<>();
            RunObserver observer = new RunObserver() {
                @Override
                public void journalNotKept(String reason) {
                    notes.add(reason);
                }
            };
            ApplyReport report = Runs.on(scene.database(), role, scene.modules()::migrations)
                    .with(observer)
                    .up();
            assertThat(report.done()).hasSize(4);
            assertThat(notes).singleElement().asString().contains("permission denied");
            try (Connection connection = scene.connect()) {
                assertThat(JournalReader.read(connection, 20, Optional.empty())).isEmpty();
            }
        } finally {
            scene.execute("DROP OWNED BY " + role + " CASCADE; DROP ROLE " + role);
        }
    }

    /** It would be rolled back at its first step, and so would every other. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "step"})
    void isLeftAloneByARoleThatMayWriteOnlyOneOfItsTables(String table) throws SQLException {
        String role = "journal_" + scene.database().name();
        scene.execute("CREATE ROLE " + role + " LOGIN PASSWORD '"
                + scene.database().password() + "'; GRANT CREATE ON DATABASE "
                + scene.database().name() + " TO " + role);
        try {
            List<String> notes = new ArrayList<>();
            RunObserver observer = new RunObserver() {
                @Override
                public void journalNotKept(String reason) {
                    notes.add(reason);
                }
            };
            Runs asRole =
                    Runs.on(scene.database(), role, scene.modules()::migrations).with(observer);
            asRole.up("shop@1");
            scene.execute("ALTER TABLE migrations." + table + " OWNER TO CURRENT_USER; GRANT SELECT ON migrations."
                    + table + " TO " + role);
            assertThat(asRole.up("shop@2").done()).hasSize(1);
            assertThat(asRole.stamp("shop@3").done()).hasSize(1);
            assertThat(runs()).hasSize(1);
            assertThat(notes)
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(each)
                            .startsWith("ERROR: permission denied for table " + table + ". To keep one: GRANT "));
            scene.execute(notes.get(0).replaceFirst(".*To keep one: ", ""));
            assertThat(asRole.up().done()).hasSize(1);
            assertThat(notes).hasSize(2);
            assertThat(runs()).hasSize(2).extracting(JournalledRun::outcome).containsOnly("done");
        } finally {
            scene.execute("DROP OWNED BY " + role + " CASCADE; DROP ROLE " + role);
        }
    }

    @Test
    void isWrittenWithARepairOrTheRepairIsNotMade() throws SQLException {
        scene.up();
        scene.modules().upgrade("shop", "2__names", "-- edited\nALTER TABLE items ADD COLUMN name text;\n");
        List<String> before = scene.rows("SELECT * FROM shop.flyway_schema_history");
        scene.execute("ALTER TABLE migrations.step ADD CONSTRAINT ck_no CHECK (direction <> 'repair')");
        assertThatThrownBy(() -> scene.runs().repair()).hasMessageContaining("ck_no");
        assertThat(scene.rows("SELECT * FROM shop.flyway_schema_history")).isEqualTo(before);
        assertThat(runs().get(1).outcome()).isEqualTo("stopped");
        assertThat(runs().get(1).message()).contains("ck_no");

        scene.execute("ALTER TABLE migrations.step DROP CONSTRAINT ck_no");
        assertThat(scene.runs().repair()).hasSize(1);
        assertThat(scene.rows("SELECT * FROM shop.flyway_schema_history")).isNotEqualTo(before);
        assertThat(steps(runs().get(2))).containsExactly("repair 2 done");
        assertThat(runs().get(2).outcome()).isEqualTo("done");
    }

    /** Tables of somebody else under the same names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE migrations.run (word text)",
                "CREATE TABLE migrations.step (word text)",
                "CREATE TABLE migrations.run (id bigint, must text NOT NULL); CREATE TABLE migrations.step ()",
                "CREATE VIEW migrations.step AS SELECT 1"
            })
    void isNotForcedIntoTablesOfSomebodyElse(String tables) throws SQLException {
        scene.execute("CREATE SCHEMA migrations; " + tables);
        List<String> before = scene.catalog();
        assertThat(scene.up().done()).hasSize(4);
        scene.execute("DROP SCHEMA shop CASCADE");
        assertThat(scene.catalog()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema=migrations", "history=migrations.of_shop"})
    void hasItsSchemaForItself(String property) {
        scene.modules().module("shop", property);
        assertThatThrownBy(scene::up).hasMessageContaining("claims the schema '" + Module.RESERVED_SCHEMA + "'");
    }
}

package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.Applied;
import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.testing.Effort;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The steps of a plan in one transaction. */
class AllInOneTransactionTest {

    private static final RunSettings ATOMIC = Runs.SETTINGS.atomically();

    @RegisterExtension
    private final Scene scene = new Scene();

    private ApplyReport up(String... targets) throws SQLException {
        return scene.runs().with(ATOMIC).up(targets);
    }

    private static List<String> names(List<Step> steps) {
        return steps.stream().map(Step::name).toList();
    }

    @Test
    void areAllThere() throws SQLException {
        scene.modules()
                .module("shop")
                .migration(
                        "shop",
                        "1__items",
                        "CREATE TABLE items (id int); COPY items FROM stdin;\n1\n2\n\\.\nSELECT pg_sleep(0.3)",
                        "DROP TABLE items")
                .migration("shop", "2__more", "ALTER TABLE items ADD COLUMN n int", "ALTER TABLE items DROP COLUMN n")
                .module("stock", "depends-on=shop")
                .migration("stock", "1__copy", "CREATE TABLE copy AS SELECT * FROM shop.items", "DROP TABLE copy");

        Applied applied = (Applied) up();

        assertThat(applied.done())
                .extracting(each -> each.step().name())
                .isEqualTo(names(applied.plan().steps()));
        assertThat(scene.rows("SELECT id FROM stock.copy ORDER BY 1")).containsExactly("1", "2");
        assertThat(scene.rows("SELECT DISTINCT xmin::text FROM shop.flyway_schema_history"))
                .hasSize(1)
                .isEqualTo(scene.rows("SELECT xmin::text FROM stock.flyway_schema_history"));
        assertThat(scene.rows("SELECT execution_time BETWEEN 250 AND 3000 FROM shop.flyway_schema_history"
                        + " ORDER BY installed_rank"))
                .as("how long each took, and not the transaction")
                .containsExactly("t", "f");
        assertThat(scene.rows("SELECT outcome, ended_at IS NOT NULL FROM migrations.run"))
                .containsExactly("done|t");
        assertThat(scene.rows("SELECT position, module, version FROM migrations.step ORDER BY 1"))
                .hasSize(3);
        scene.flyway("shop").validate();
        scene.flyway("stock").validate();
        assertThat(up()).isInstanceOf(NothingToDo.class);

        assertThat(scene.runs().with(ATOMIC).down("base")).isInstanceOf(Applied.class);
        assertThat(scene.rows("SELECT relname FROM pg_class WHERE relname IN ('items', 'copy')"))
                .isEmpty();
        assertThat(up()).isInstanceOf(Applied.class);
    }

    @Test
    void areNotThereWhenTheLastOneFails() throws SQLException {
        scene.modules().upgrade("shop", "1__items", "CREATE TABLE items (id int)");
        up();
        List<String> before = scene.catalog();
        for (int i = 2; i <= 30; i++) {
            scene.modules().upgrade("shop", i + "__t", "CREATE TABLE t" + i + " (); INSERT INTO items VALUES (1)");
            scene.modules().upgrade("stock", i + "__t", "CREATE TABLE t" + i + " ()");
        }
        scene.modules().upgrade("stock", "31__wrong", "SELECT 1;\nSELECT nothing");

        Stopped stopped = (Stopped) up();

        assertThat(stopped.done()).isEmpty();
        assertThat(stopped.failure().step().name()).isEqualTo("stock@31");
        assertThat(stopped.failure().line()).isEqualTo(2);
        assertThat(stopped.failure().state()).contains("All of the plan was rolled back");
        assertThat(stopped.notReached()).hasSize(58);
        assertThat(scene.catalog()).isEqualTo(before);
        assertThat(scene.rows("SELECT * FROM shop.items")).isEmpty();
        assertThat(scene.rows("SELECT outcome, module, version FROM migrations.step ORDER BY run_id"))
                .containsExactly("done|shop|1", "failed|stock|31");
        assertThat(scene.rows("SELECT outcome FROM migrations.run ORDER BY id")).containsExactly("done", "stopped");
    }

    @Test
    void areRefusedBeforeTheFirstWhenOneCannotBeInATransaction() throws SQLException {
        scene.modules()
                .upgrade("shop", "1__items", "CREATE TABLE items (id int)")
                .upgrade("shop", "2__index", "CREATE INDEX CONCURRENTLY i ON items (id)")
                .withoutTransaction("shop", "V2__index");
        assertThatThrownBy(this::up).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problems()).extracting(each -> each.code()).containsExactly(ProblemCode.NOT_ATOMIC);
            assertThat(e.problems().get(0).message()).contains("shop@2", "V2__index.sql");
        });
        assertThat(scene.rows("SELECT nspname FROM pg_namespace WHERE nspname IN ('shop', 'migrations')"))
                .isEmpty();
    }

    @Test
    void waitForConstraintsOnlyToTheEndOfEach() throws SQLException {
        scene.modules()
                .upgrade(
                        "shop",
                        "1__tables",
                        "CREATE TABLE a (id int PRIMARY KEY);"
                                + " CREATE TABLE b (a int REFERENCES a DEFERRABLE INITIALLY DEFERRED);"
                                + " CREATE TABLE now (a int REFERENCES a DEFERRABLE);"
                                + " INSERT INTO b VALUES (1); INSERT INTO a VALUES (1)")
                .upgrade("shop", "2__alter", "ALTER TABLE b ADD COLUMN n int; ALTER TABLE a ADD COLUMN n int")
                .upgrade(
                        "shop",
                        "3__again",
                        "INSERT INTO b VALUES (2); INSERT INTO a VALUES (2);"
                                + " CREATE TABLE c (a int REFERENCES a DEFERRABLE INITIALLY DEFERRED);"
                                + " INSERT INTO c VALUES (3); INSERT INTO a VALUES (3);"
                                + " DO $$ BEGIN INSERT INTO now VALUES (9); RAISE 'not checked at once';"
                                + " EXCEPTION WHEN foreign_key_violation THEN END $$");
        assertThat(up()).isInstanceOf(Applied.class);
        scene.modules()
                .upgrade("shop", "4__late", "SELECT 1;\nINSERT INTO b VALUES (77)")
                .upgrade("shop", "5__more", "INSERT INTO a VALUES (77)");

        Stopped stopped = (Stopped) up();

        assertThat(stopped.failure().step().name()).isEqualTo("shop@4");
        assertThat(stopped.failure().sqlState()).isEqualTo("23503");
    }

    @Test
    void cannotUseANewValueOfAnEnum() throws SQLException {
        scene.modules().upgrade("shop", "1__type", "CREATE TYPE size AS ENUM ('s', 'm')");
        up();
        scene.modules()
                .upgrade("shop", "2__value", "ALTER TYPE size ADD VALUE 'l'")
                .upgrade("shop", "3__use", "CREATE TABLE t AS SELECT 'l'::size AS size");

        Stopped stopped = (Stopped) up();

        assertThat(stopped.failure().step().name()).isEqualTo("shop@3");
        assertThat(stopped.failure().remedy()).contains("leave --atomic out");
        assertThat(scene.up()).isInstanceOf(Applied.class);
    }

    @Test
    void areTriedAgainAsAWholeWhenALockIsNotGranted() throws SQLException {
        scene.modules().upgrade("shop", "1__items", "CREATE TABLE items (id int)");
        up();
        scene.modules()
                .upgrade("shop", "2__one", "CREATE TABLE one (id serial)")
                .upgrade("shop", "3__two", "ALTER TABLE items ADD COLUMN n int");
        List<String> retried = new ArrayList<>();
        try (Connection other = scene.connect()) {
            other.setAutoCommit(false);
            Sql.execute(other, "LOCK TABLE shop.items IN ACCESS SHARE MODE");
            RunObserver letGo = new RunObserver() {
                @Override
                public void retrying(Step step, Obstruction obstruction, int attempt, int attempts, Duration pause) {
                    retried.add(step.name());
                    try {
                        other.rollback();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            assertThat(scene.runs().with(ATOMIC).with(letGo).up()).isInstanceOf(Applied.class);
        }
        assertThat(retried).containsExactly("shop@3");
        assertThat(scene.rows("SELECT version FROM shop.flyway_schema_history ORDER BY installed_rank"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void areAllTakenBackByAnInterruption() throws Exception {
        scene.modules()
                .upgrade("shop", "1__items", "CREATE TABLE items (id int)")
                .upgrade("shop", "2__sleep", "SELECT pg_sleep(60)");
        Interruption interruption = new Interruption();
        Background<ApplyReport> run = Background.start(
                () -> scene.runs().with(ATOMIC).with(interruption).up());
        Waiting.until(scene, Waiting.statementUnderWay("pg_sleep(60)"));
        while (!run.isDone()) {
            interruption.request();
            Thread.sleep(20);
        }
        Stopped stopped = (Stopped) run.get();
        assertThat(stopped.failure().code()).isEqualTo(ProblemCode.INTERRUPTED);
        assertThat(scene.rows("SELECT nspname FROM pg_namespace WHERE nspname = 'shop'"))
                .isEmpty();
    }

    /** The server ends the session of the run at a random moment: it has all of it, or nothing. */
    @Test
    void areAllThereOrNoneWhenTheRunIsKilled() throws Exception {
        long seed = Effort.seed();
        Random random = new Random(seed);
        for (int i = 1; i <= 40; i++) {
            scene.modules().upgrade("shop", i + "__t", "CREATE TABLE t" + i + " (); SELECT pg_sleep(0.002)");
            scene.modules().upgrade("stock", i + "__t", "CREATE TABLE t" + i + " (); SELECT pg_sleep(0.002)");
        }
        int cutOff = 0;
        for (int kill = 0; kill < Effort.ofFaults(8, 50); kill++) {
            Background<ApplyReport> run = Background.start(this::up);
            Thread.sleep(random.nextInt(400));
            scene.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND application_name LIKE 'migrations s%'");
            String outcome;
            try {
                outcome = run.get().getClass().getSimpleName();
            } catch (java.util.concurrent.ExecutionException e) {
                outcome = String.valueOf(e.getCause()); // before the first step
            }
            Waiting.until(scene, Waiting.noRunLeft());
            long tables = scene.rows("SELECT relname FROM pg_class WHERE relname ~ '^t[0-9]+$'")
                    .size();
            assertThat(tables).as("seed %d, kill %d: %s", seed, kill, outcome).isIn(0L, 80L);
            cutOff += tables == 0 ? 1 : 0;
            if (tables == 80) {
                assertThat(up()).isInstanceOf(NothingToDo.class);
                scene.execute("DROP SCHEMA shop CASCADE; DROP SCHEMA stock CASCADE");
            }
        }
        assertThat(cutOff).as("seed %d: runs that were cut off", seed).isPositive();
        assertThat(up()).isInstanceOf(Applied.class);
    }
}

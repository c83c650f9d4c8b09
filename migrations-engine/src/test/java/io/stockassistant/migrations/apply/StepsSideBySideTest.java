package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two modules that do not depend on each other, and three jobs. */
class StepsSideBySideTest {

    private static final RunSettings THREE = Runs.SETTINGS.withJobs(3);

    @RegisterExtension
    private final Scene scene = new Scene();

    @BeforeEach
    void twoModules() {
        scene.modules().module("a").module("b");
    }

    /** A statement that ends when a step of another module is under way, and fails when none comes. */
    private static String meets(String step) {
        return """
                DO $$ BEGIN
                    FOR i IN 1..400 LOOP
                        PERFORM pg_stat_clear_snapshot();
                        IF EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
                                AND application_name = 'migrations %s' AND state = 'active') THEN
                            PERFORM pg_sleep(0.2); -- the other one has to see this one, too
                            RETURN;
                        END IF;
                        PERFORM pg_sleep(0.01);
                    END LOOP;
                    RAISE 'nobody there';
                END $$;
                """.formatted(step);
    }

    private ApplyReport up(RunSettings settings) throws SQLException {
        return scene.runs().with(settings).up();
    }

    private static List<String> names(ApplyReport report) {
        return report.done().stream().map(each -> each.step().name()).toList();
    }

    @Test
    void runAtTheSameTime() throws SQLException {
        scene.modules().upgrade("a", "1__one", meets("b@1")).upgrade("b", "1__one", meets("a@1"));

        assertThat(names(up(THREE))).containsExactly("a@1", "b@1");
    }

    @Test
    void runOneAfterTheOtherWithOneJob() throws SQLException {
        scene.modules().upgrade("a", "1__one", meets("b@1").replace("400", "5")).upgrade("b", "1__one", "SELECT 1");

        ApplyReport.Stopped stopped = (ApplyReport.Stopped) up(Runs.SETTINGS);

        assertThat(stopped.failure().message()).isEqualTo("nobody there");
        assertThat(stopped.notReached()).extracting(each -> each.name()).containsExactly("b@1");
    }

    @Test
    void areReportedInTheOrderOfThePlan() throws SQLException {
        scene.modules()
                .migration("a", "1__one", "CREATE TABLE one (); SELECT pg_sleep(0.2)", "DROP TABLE one")
                .migration("a", "2__two", "CREATE TABLE two ()", "DROP TABLE two")
                .migration("b", "1__one", "CREATE TABLE one ()", "DROP TABLE one")
                .migration("b", "2__two", "CREATE TABLE two ()", "DROP TABLE two");

        ApplyReport report = up(THREE);

        assertThat(names(report))
                .containsExactlyElementsOf(
                        report.plan().steps().stream().map(each -> each.name()).toList());
        assertThat(scene.rows("SELECT module || '@' || version FROM migrations.step ORDER BY position"))
                .isEqualTo(names(report));
        assertThat(scene.runs().with(THREE).down("base")).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.rows("SELECT nspname || relname FROM pg_class c JOIN pg_namespace n"
                        + " ON n.oid = relnamespace WHERE relname IN ('one', 'two')"))
                .isEmpty();
    }

    @Test
    void endWhatTheyHaveBegunWhenOneFails() throws SQLException {
        scene.modules()
                .upgrade("a", "1__one", meets("b@1") + "SELECT 1/0")
                .upgrade("a", "2__two", "SELECT 1")
                .upgrade("b", "1__one", meets("a@1") + "SELECT pg_sleep(0.5); CREATE TABLE one ()")
                .upgrade("b", "2__two", "SELECT 1");

        ApplyReport.Stopped stopped = (ApplyReport.Stopped) up(THREE);

        assertThat(names(stopped)).containsExactly("b@1");
        assertThat(stopped.failure().step().name()).isEqualTo("a@1");
        assertThat(stopped.alsoFailed()).isEmpty();
        assertThat(stopped.notReached()).extracting(each -> each.name()).containsExactly("a@2", "b@2");
        assertThat(scene.rows("SELECT outcome || ' ' || module || '@' || version FROM migrations.step" + " ORDER BY 1"))
                .containsExactly("done b@1", "failed a@1");
    }

    @Test
    void areAllReportedWhenSeveralFail() throws SQLException {
        scene.modules()
                .upgrade("a", "1__one", meets("b@1") + "SELECT 1/0")
                .upgrade("b", "1__one", meets("a@1") + "SELECT nothing")
                .upgrade("b", "2__two", "SELECT 1");

        ApplyReport.Stopped stopped = (ApplyReport.Stopped) up(THREE);

        assertThat(stopped.done()).isEmpty();
        assertThat(stopped.failure().sqlState()).isEqualTo("22012");
        assertThat(stopped.alsoFailed()).extracting(Failure::sqlState).containsExactly("42703");
        assertThat(stopped.notReached()).extracting(each -> each.name()).containsExactly("b@2");
        assertThat(scene.rows("SELECT outcome FROM migrations.step")).containsExactly("failed", "failed");
        assertThat(scene.rows("SELECT message FROM migrations.run").get(0)).contains("division by zero", "nothing");
    }

    @Test
    void leaveOneWithoutATransactionAlone() throws SQLException {
        String alone = "DO $$ BEGIN FOR i IN 1..30 LOOP PERFORM pg_stat_clear_snapshot(), pg_sleep(0.01);"
                + " IF EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                + " AND application_name LIKE 'migrations b@%' AND xact_start IS NOT NULL) THEN RAISE 'not alone';"
                + " END IF; END LOOP; END $$";
        scene.modules()
                .upgrade("a", "1__one", "CREATE TABLE one (id int)")
                .upgrade("a", "2__two", "CREATE INDEX CONCURRENTLY one_id ON one (id);\n" + alone)
                .withoutTransaction("a", "V2__two")
                .upgrade("a", "3__three", "SELECT 1");
        for (int i = 1; i <= 20; i++) {
            scene.modules().upgrade("b", i + "__step", "SELECT pg_sleep(0.03)");
        }

        assertThat(up(THREE)).isInstanceOf(ApplyReport.Applied.class);
    }

    /** A step without a transaction locks its history for as long as its session does. */
    @Test
    void leaveNoLockBehindForThoseWhoGoOnElsewhere() throws SQLException {
        scene.modules().upgrade("b", "1__one", "SELECT 1").upgrade("a", "1__table", "CREATE TABLE t (id int)");
        for (int i = 2; i <= 60; i += 2) {
            scene.modules()
                    .upgrade("a", i + "__index", "CREATE INDEX CONCURRENTLY i" + i + " ON t (id)")
                    .withoutTransaction("a", "V" + i + "__index")
                    .upgrade("a", (i + 1) + "__next", "SELECT pg_advisory_lock(7)");
        }
        List<String> waited = Collections.synchronizedList(new ArrayList<>());
        RunObserver observer = new RunObserver() {
            @Override
            public void retrying(Step step, Obstruction obstruction, int attempt, int attempts, Duration pause) {
                waited.add(step.name());
            }
        };

        assertThat(scene.runs().with(THREE).with(observer).up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(waited).isEmpty();
    }

    /** Of two that say IF NOT EXISTS at the same moment, the server refuses one, which finds it there the next time. */
    @Test
    void meetInTheServersCatalog() throws SQLException {
        String make = "CREATE SCHEMA IF NOT EXISTS common;\n";
        String untilSomebodyWaits = "DO $$ BEGIN FOR i IN 1..400 LOOP EXIT WHEN " + Waiting.lockWaitedFor()
                + "; PERFORM pg_stat_clear_snapshot(), pg_sleep(0.01); END LOOP; END $$";
        scene.modules()
                .upgrade("a", "1__one", make + untilSomebodyWaits)
                .upgrade("b", "1__one", meets("a@1").replace("RAISE 'nobody there';", "") + make);
        List<String> retried = Collections.synchronizedList(new ArrayList<>());
        RunObserver observer = new RunObserver() {
            @Override
            public void retrying(Step step, Obstruction obstruction, int attempt, int attempts, Duration pause) {
                retried.add(step.name() + " " + obstruction);
            }
        };

        assertThat(scene.runs().with(observer).with(THREE).up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(retried).containsExactly("b@1 RACE_IN_THE_CATALOG");
    }

    @Test
    void needNoMoreConnectionsThanThereAre() throws SQLException {
        scene.modules().upgrade("a", "1__one", "SELECT 1").upgrade("b", "1__one", "SELECT 1");
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Runs runs = scene.runs();
        ConnectionSource few = purpose -> {
            if (purpose.equals("job")) {
                throw Problem.of(ProblemCode.DATABASE_UNREACHABLE, "sorry, too many clients already", "")
                        .asException();
            }
            return runs.connections().open(purpose);
        };
        RunObserver observer = new RunObserver() {
            @Override
            public void fewerJobs(String reason) {
                heard.add(reason);
            }
        };

        assertThat(names(runs.with(few).with(observer).with(THREE).up())).containsExactly("a@1", "b@1");
        assertThat(heard).isNotEmpty().allMatch(each -> each.contains("too many clients"));
    }

    @Test
    void areAllInterrupted() throws Exception {
        scene.modules()
                .upgrade("a", "1__one", meets("b@1") + "SELECT pg_sleep(60)")
                .upgrade("b", "1__one", meets("a@1") + "SELECT pg_sleep(60)")
                .upgrade("b", "2__two", "SELECT 1");
        Interruption interruption = new Interruption();
        Background<ApplyReport> run = Background.start(
                () -> scene.runs().with(interruption).with(THREE).up());
        Waiting.until(
                scene,
                "2 = (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name LIKE 'migrations _@1' AND wait_event = 'PgSleep'"
                        + " AND xact_start < clock_timestamp() - interval '1 s')");
        while (!run.isDone()) {
            interruption.request();
            Thread.sleep(50);
        }

        ApplyReport.Stopped stopped = (ApplyReport.Stopped) run.get();
        assertThat(stopped.failure().code()).isEqualTo(ProblemCode.INTERRUPTED);
        assertThat(stopped.alsoFailed()).isEmpty();
        assertThat(stopped.done()).isEmpty();
        assertThat(stopped.notReached()).extracting(each -> each.name()).containsExactly("b@1", "b@2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void endOneForOneHoweverManyThereAre(int jobs) throws SQLException {
        for (int i = 1; i <= 30; i++) {
            scene.modules().upgrade("a", i + "__t", "CREATE TABLE t" + i + " ()");
            scene.modules().upgrade("b", i + "__t", "CREATE TABLE t" + i + " ()");
        }
        assertThat(up(Runs.SETTINGS.withJobs(jobs)).done()).hasSize(60);
        assertThat(up(Runs.SETTINGS.withJobs(jobs))).isInstanceOf(ApplyReport.NothingToDo.class);
        assertThat(scene.rows("SELECT installed_rank FROM b.flyway_schema_history"))
                .hasSize(30);
    }
}

package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.ApplyReport.Applied;
import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stock Flyway and a run of ours on one module: one waits for the other, and nothing is applied twice. */
class FlywayAtTheSameTimeTest {

    private static final RunSettings PATIENT = new RunSettings(Duration.ZERO, 0, Duration.ofSeconds(20));

    @RegisterExtension
    final Scene scene = new Scene();

    private Connection gate;

    @BeforeEach
    void closeTheGate() throws SQLException {
        gate = scene.connect();
        Sql.execute(gate, "SELECT pg_advisory_lock(42)");
    }

    @Test
    void flywayWaitsForOurStep() throws Exception {
        scene.modules().upgrade("shop", "1__slow", "SELECT pg_advisory_xact_lock(42);\nCREATE TABLE a ();\n");
        scene.execute("CREATE SCHEMA shop");
        Background<ApplyReport> ours =
                Background.start(() -> scene.runs().with(PATIENT).up());
        Waiting.until(scene, Waiting.lockWaitedFor());
        Background<Integer> flyways =
                Background.start(() -> scene.flyway("shop").migrate());
        Waiting.until(
                scene,
                "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND query LIKE 'SELECT pg_try_advisory_lock(77%')");
        assertThat(flyways.isDone()).isFalse();
        gate.close();
        assertThat(ours.get()).isInstanceOf(Applied.class);
        assertThat(flyways.get()).isZero();
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE a ()", "CREATE TABLE IF NOT EXISTS a ()"})
    void ourStepWaitsForFlywayAndDoesNotRepeatIt(String statement) throws Exception {
        scene.modules()
                .upgrade("shop", "0__first", "SELECT 1;\n")
                .upgrade("shop", "1__slow", "SELECT pg_advisory_xact_lock(42);\n" + statement + ";\n")
                .upgrade("shop", "2__more", "CREATE TABLE b ();\n");
        scene.up("shop@0");
        Background<Integer> flyways =
                Background.start(() -> scene.flyway("shop").migrate());
        Waiting.until(scene, Waiting.statementUnderWay("advisory_xact_lock(42)"));
        Background<ApplyReport> ours =
                Background.start(() -> scene.runs().with(PATIENT).up());
        Waiting.until(
                scene,
                "EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted"
                        + " AND a.datname = current_database() AND l.locktype = 'advisory' AND l.objid <> 42)");
        gate.close();
        assertThat(flyways.get()).isEqualTo(2);
        Stopped report = (Stopped) ours.get();
        assertThat(report.failure().code()).isEqualTo(ProblemCode.PLAN_OUTDATED);
        assertThat(scene.history("shop")).containsExactly("SQL|0|t", "SQL|1|t", "SQL|2|t");
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
    }

    @Test
    void ourStepWithoutATransactionWaitsForFlywayToo() throws Exception {
        scene.modules()
                .upgrade("shop", "1__a", "CREATE TABLE a (id int);\n")
                .upgrade("shop", "2__index", "CREATE INDEX CONCURRENTLY ix ON a (id);\nSELECT pg_advisory_lock(42);\n")
                .withoutTransaction("shop", "V2__index");
        scene.up("shop@1");
        Background<Integer> flyways =
                Background.start(() -> scene.flyway("shop").migrate());
        Waiting.until(scene, Waiting.statementUnderWay("advisory_lock(42)"));
        Background<ApplyReport> ours =
                Background.start(() -> scene.runs().with(PATIENT).up());
        Waiting.until(
                scene,
                "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = 'migrations shop@2' AND state = 'idle')");
        gate.close();
        assertThat(flyways.get()).isEqualTo(1);
        assertThat(((Stopped) ours.get()).failure().code()).isEqualTo(ProblemCode.PLAN_OUTDATED);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|t");
        Agreement.check(scene, "shop");
    }
}

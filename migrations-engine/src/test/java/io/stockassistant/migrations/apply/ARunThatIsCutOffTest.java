package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator, a firewall or a crash ends one of its two connections. */
class ARunThatIsCutOffTest {

    private static final String END_LOCK = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND application_name = 'migrations lock'";
    private static final String NO_LOCK_LEFT = "NOT EXISTS (SELECT FROM pg_stat_activity"
            + " WHERE datname = current_database() AND application_name = 'migrations lock')";

    @RegisterExtension
    final Scene scene = new Scene();

    @BeforeEach
    void shop() {
        scene.modules()
                .upgrade("shop", "1__a", "CREATE TABLE a ();\n")
                .upgrade("shop", "2__b", "CREATE TABLE b ();\n")
                .upgrade("shop", "3__c", "CREATE TABLE c ();\n");
    }

    @Test
    void stopsWhenItsLockIsLostBetweenSteps() throws SQLException {
        RunObserver culprit = new RunObserver() {
            @Override
            public void stepDone(Step step, Duration duration) {
                try {
                    scene.execute(END_LOCK);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                Waiting.until(scene, NO_LOCK_LEFT);
            }
        };
        assertLockLost((Stopped) scene.runs().with(culprit).up());
    }

    @Test
    void stopsAfterTheStepDuringWhichItsLockIsLost() throws SQLException {
        scene.modules()
                .upgrade(
                        "shop",
                        "1__a",
                        "CREATE TABLE a ();\n" + END_LOCK + ";\nDO $$ BEGIN WHILE NOT " + NO_LOCK_LEFT
                                + " LOOP PERFORM pg_sleep(0.01), pg_stat_clear_snapshot(); END LOOP; END $$;\n");
        assertLockLost((Stopped) scene.up());
    }

    @Test
    void stopsBeforeAStepWithoutATransactionToo() throws SQLException {
        scene.modules()
                .upgrade(
                        "shop",
                        "1__a",
                        "CREATE TABLE a (id int);\n" + END_LOCK + ";\nDO $$ BEGIN WHILE NOT " + NO_LOCK_LEFT
                                + " LOOP PERFORM pg_sleep(0.01), pg_stat_clear_snapshot(); END LOOP; END $$;\n")
                .upgrade("shop", "2__b", "CREATE INDEX CONCURRENTLY ix ON a (id);\n");
        assertLockLost((Stopped) scene.up());
    }

    private void assertLockLost(Stopped report) throws SQLException {
        assertThat(report.failure().code()).isEqualTo(ProblemCode.LOCK_LOST);
        assertThat(report.failure().step().name()).isEqualTo("shop@2");
        assertThat(report.done()).hasSize(1);
        assertThat(report.notReached()).hasSize(1);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
        assertThat(scene.catalog()).noneMatch(line -> line.contains("shop.b ") || line.contains("shop.ix "));
    }

    @Test
    void leavesNothingOfAStepWhoseConnectionIsLost() throws SQLException {
        scene.modules().upgrade("shop", "2__b", "CREATE TABLE b ();\nSELECT pg_terminate_backend(pg_backend_pid());\n");
        Stopped report = (Stopped) scene.up();
        assertThat(report.failure().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        assertThat(report.failure().state()).contains("The connection is gone");
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
        scene.modules().upgrade("shop", "2__b", "CREATE TABLE b ();\n");
        assertThat(scene.up()).isInstanceOf(ApplyReport.Applied.class);
    }

    @Test
    void leavesItsMarkWhereThereIsNoTransaction() throws SQLException {
        scene.modules()
                .upgrade("shop", "2__b", "VACUUM a;\nSELECT pg_terminate_backend(pg_backend_pid());\n")
                .withoutTransaction("shop", "V2__b");
        Stopped report = (Stopped) scene.up();
        assertThat(report.failure().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        assertThat(report.failure().remedy()).contains("migrations repair");
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|f");
    }
}

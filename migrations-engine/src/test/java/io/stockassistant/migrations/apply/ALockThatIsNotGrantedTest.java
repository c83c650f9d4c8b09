package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ALockThatIsNotGrantedTest {

    @RegisterExtension
    final Scene scene = new Scene();

    private Connection other;

    @BeforeEach
    void somebodyElseLocksTheTable() throws SQLException {
        scene.modules()
                .upgrade("shop", "1__items", "CREATE TABLE items (id int);\n")
                .upgrade("shop", "2__more", "SELECT 1;\nALTER TABLE items ADD COLUMN name text;\n");
        scene.up("shop@1");
        other = scene.connect();
        other.setAutoCommit(false);
        Sql.execute(other, "LOCK TABLE shop.items IN ACCESS SHARE MODE");
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
    }

    @Test
    void stopsTheRunInTheEnd() throws SQLException {
        Stopped report = (Stopped) scene.up();
        assertThat(report.failure().code()).isEqualTo(ProblemCode.LOCK_TIMEOUT);
        assertThat(report.failure().line()).isEqualTo(2);
        assertThat(report.failure().remedy()).contains("--lock-timeout");
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
    }

    @Test
    void isTriedAgain() throws SQLException {
        AtomicInteger attempts = new AtomicInteger();
        RunObserver letGo = new RunObserver() {
            @Override
            public void retrying(Step step, Obstruction obstruction, int attempt, int retries, Duration pause) {
                attempts.incrementAndGet();
                try {
                    other.rollback();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        assertThat(scene.runs().with(letGo).up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(attempts).hasValue(1);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|t");
    }
}

package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.Applied;
import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScriptsWithoutATransactionTest {

    @RegisterExtension
    final Scene scene = new Scene();

    @Test
    void buildAndDropAnIndexConcurrently() throws SQLException {
        Shop.writeTo(scene.modules());
        assertThat(scene.up()).isInstanceOf(Applied.class);
        assertThat(scene.catalog()).anyMatch(line -> line.contains("ix_items_name"));
        assertThat(scene.down("-1")).isInstanceOf(Applied.class);
        assertThat(scene.catalog()).noneMatch(line -> line.contains("ix_items_name"));
        assertThat(scene.history("shop")).endsWith("SQL|4|t", "DELETE|4|t");
    }

    @Test
    void waitForFlywaysLockOnlySoLong() throws SQLException {
        scene.modules().upgrade("shop", "1__first", "VACUUM;\n").withoutTransaction("shop", "V1__first");
        long key = scene.modules().migrations().modules().get("shop").history().lockKey();
        List<String> holders = new ArrayList<>();
        RunObserver observer = new RunObserver() {
            @Override
            public void waitingForLock(Step step, String holder) {
                holders.add(holder);
            }
        };
        RunSettings hurried = new RunSettings(Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, Duration.ofMillis(100));
        try (Connection flyway = scene.connect()) {
            Sql.execute(flyway, "SELECT pg_advisory_lock(" + key + ")");
            Stopped report = (Stopped) scene.runs().with(hurried).with(observer).up();
            assertThat(report.failure().code()).isEqualTo(ProblemCode.LOCK_TIMEOUT);
            assertThat(report.failure().detail()).startsWith("It waited for process ");
            assertThat(report.failure().state()).contains("Nothing of it is in the database");
            assertThat(report.failure().remedy()).contains("--concurrent-wait");
        }
        assertThat(holders).hasSize(1);
        assertThat(scene.up()).isInstanceOf(Applied.class);
    }

    @Test
    void waitForTransactionsOfOthersOnlySoLong() throws SQLException {
        Shop.writeTo(scene.modules());
        scene.up("shop@3");
        RunSettings hurried = new RunSettings(Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, Duration.ofMillis(300));
        try (Connection writer = scene.connect()) {
            writer.setAutoCommit(false);
            Sql.execute(writer, "LOCK shop.items IN ROW EXCLUSIVE MODE");
            Stopped report = (Stopped) scene.runs().with(hurried).up();
            assertThat(report.failure().code()).isEqualTo(ProblemCode.LOCK_TIMEOUT);
            assertThat(report.failure().state()).contains("It left invalid: shop.ix_items_name");
        }
        assertThat(scene.history("shop")).endsWith("SQL|3|t", "SQL|4|f");
    }

    @Test
    void mayComeFirstInAModule() throws SQLException {
        scene.modules()
                .upgrade("shop", "1__first", "CREATE TABLE t (id int);\nVACUUM t;\n")
                .withoutTransaction("shop", "V1__first");
        assertThat(scene.up()).isInstanceOf(Applied.class);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
        assertThat(scene.rows("SELECT execution_time >= 0 FROM shop.flyway_schema_history"))
                .containsExactly("t");
    }

    @Test
    void mayHaveTransactionsOfTheirOwn() throws SQLException {
        scene.modules()
                .upgrade("shop", "1__own", "BEGIN;\nCREATE TABLE t (id int);\nCOMMIT;\nINSERT INTO t VALUES (1);\n")
                .withoutTransaction("shop", "V1__own");
        assertThat(scene.up()).isInstanceOf(Applied.class);
        assertThat(scene.rows("SELECT * FROM shop.t")).containsExactly("1");
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
    }

    @Test
    void leaveNoRowWhenTheirFirstStatementFails() throws SQLException {
        Shop.writeTo(scene.modules());
        scene.modules().file("shop/V4__index.sql", "CREATE INDEX CONCURRENTLY ix ON no_table (id);\n");
        Stopped report = (Stopped) scene.up();
        assertThat(report.failure().state()).contains("nothing of it is in the database");
        assertThat(report.failure().line()).isEqualTo(1);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|t", "SQL|3|t");
    }

    @Test
    void leaveTheirMarkWhenALaterStatementFails() throws SQLException {
        Shop.writeTo(scene.modules());
        Shop.breakLastAfterItsFirstStatement(scene.modules(), "V");
        Stopped report = (Stopped) scene.up();
        assertThat(report.failure().state()).contains("1 of its 2 statements have been carried out");
        assertThat(report.failure().line()).isEqualTo(2);
        assertThat(report.failure().remedy()).contains("migrations repair");
        assertThat(scene.history("shop")).endsWith("SQL|4|f");

        assertThatThrownBy(scene::up)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("stopped in the middle");
        assertThat(scene.runs().repair())
                .extracting(Mend::what)
                .singleElement()
                .asString()
                .contains("is removed");
        assertThat(scene.history("shop")).endsWith("SQL|3|t");
    }

    @Test
    void leaveTheirMarkOnTheWayDownToo() throws SQLException {
        Shop.writeTo(scene.modules());
        scene.up();
        Shop.breakLastAfterItsFirstStatement(scene.modules(), "U");
        Stopped report = (Stopped) scene.down("-1");
        assertThat(report.failure().state()).contains("1 of its 2 statements have been carried out");
        assertThat(scene.history("shop")).endsWith("SQL|4|f");
        for (String target : List.of("-1", "base")) {
            assertThatThrownBy(() -> scene.down(target))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("The downgrade of shop@4");
        }
        scene.runs().repair();
        assertThat(scene.history("shop")).endsWith("SQL|4|t");
        assertThat(scene.rows("SELECT min(execution_time) >= 0 FROM shop.flyway_schema_history"))
                .containsExactly("t");
    }

    @Test
    void leaveTheRowAsItWasWhenTheFirstStatementFailsOnTheWayDown() throws SQLException {
        Shop.writeTo(scene.modules());
        scene.modules().file("shop/U4__index.sql", "DROP INDEX CONCURRENTLY no_such_index;\n");
        scene.up();
        List<String> before = scene.rows("SELECT * FROM shop.flyway_schema_history ORDER BY 1");
        assertThat(scene.down("-1")).isInstanceOf(Stopped.class);
        assertThat(scene.rows("SELECT * FROM shop.flyway_schema_history ORDER BY 1"))
                .isEqualTo(before);
    }

    @Test
    void leaveNoInvalidIndex() throws SQLException {
        Shop.writeTo(scene.modules());
        scene.modules().file("shop/V4__index.sql", "CREATE UNIQUE INDEX CONCURRENTLY \"uq Name\" ON items (name);\n");
        Stopped report = (Stopped) scene.up();
        assertThat(report.failure().sqlState()).isEqualTo("23505");
        assertThat(report.failure().state()).contains("was dropped: shop.\"uq Name\"");
        assertThat(scene.catalog()).noneMatch(line -> line.contains("uq Name"));
        assertThat(scene.history("shop")).endsWith("SQL|3|t");
    }

    @Test
    void leaveTheirMarkWhenAProcedureThatCommitsFailsFirst() throws SQLException {
        scene.modules()
                .upgrade("shop", "1__procedure", """
                        CREATE TABLE t (id int);
                        CREATE PROCEDURE p() LANGUAGE plpgsql AS $$
                        BEGIN
                            INSERT INTO t VALUES (1);
                            COMMIT;
                            RAISE EXCEPTION 'half way';
                        END $$;
                        """)
                .upgrade("shop", "2__call", "CALL p();\n")
                .withoutTransaction("shop", "V2__call");
        Stopped report = (Stopped) scene.up();
        assertThat(report.failure().message()).isEqualTo("half way");
        assertThat(scene.rows("SELECT * FROM shop.t")).containsExactly("1");
        assertThat(scene.history("shop")).endsWith("SQL|2|f");
        assertThat(report.failure().remedy()).contains("migrations repair");
    }
}

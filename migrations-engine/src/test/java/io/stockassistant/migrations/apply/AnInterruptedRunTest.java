package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnInterruptedRunTest {

    @RegisterExtension
    final Scene scene = new Scene();

    private final Interruption interruption = new Interruption();

    @BeforeEach
    void shop() {
        scene.modules()
                .upgrade("shop", "1__items", "CREATE TABLE items (id int);\n")
                .upgrade("shop", "3__never", "CREATE TABLE never ();\n");
    }

    @Test
    void cancelsItsStatementAndRollsBack() throws Exception {
        scene.modules().upgrade("shop", "2__slow", "CREATE TABLE slow ();\nSELECT pg_sleep(60);\n");
        Stopped report = interruptedDuring("pg_sleep(60)");
        assertThat(report.failure().code()).isEqualTo(ProblemCode.INTERRUPTED);
        assertThat(report.failure().state()).contains("rolled back as a whole");
        assertThat(report.done()).hasSize(1);
        assertThat(report.notReached()).hasSize(1);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
        Waiting.until(scene, Waiting.noRunLeft());
    }

    @Test
    void leavesItsMarkWhereThereIsNoTransaction() throws Exception {
        scene.modules()
                .upgrade("shop", "2__slow", "VACUUM items;\nSELECT pg_sleep(60);\n")
                .withoutTransaction("shop", "V2__slow");
        Stopped report = interruptedDuring("pg_sleep(60)");
        assertThat(report.failure().code()).isEqualTo(ProblemCode.INTERRUPTED);
        assertThat(report.failure().state()).contains("1 of its 2 statements have been carried out");
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|f");
    }

    @Test
    void saysThatItIsDoneWhereNothingIsLeftToDo() throws Exception {
        scene.modules().upgrade("shop", "2__last", """
                        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
                            'BEGIN IF NEW.success THEN PERFORM pg_sleep(1.5); END IF; RETURN NEW; END';
                        CREATE TRIGGER slow BEFORE UPDATE ON flyway_schema_history FOR EACH ROW EXECUTE FUNCTION slow();
                        """).withoutTransaction("shop", "V2__last");
        Background<ApplyReport> run =
                Background.start(() -> scene.runs().with(interruption).up());
        Waiting.until(scene, Waiting.statementUnderWay("SET success = true"));
        interruption.request();
        Stopped report = (Stopped) run.get();
        assertThat(report.done()).as("the step whose row was being written").hasSize(2);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|t");
    }

    @Test
    void doesNotWaitForTheTransactionForWhichItsIndexWaits() throws Exception {
        scene.modules().upgrade("shop", "2__index", "CREATE INDEX CONCURRENTLY ix ON items (id);\n");
        scene.up("shop@1");
        try (Connection writer = scene.connect()) {
            writer.setAutoCommit(false);
            Sql.execute(writer, "INSERT INTO shop.items VALUES (1)");
            Stopped report = interruptedDuring("CREATE INDEX CONCURRENTLY");
            assertThat(report.failure().code()).isEqualTo(ProblemCode.INTERRUPTED);
            assertThat(report.failure().state()).contains("It left invalid: shop.ix");
            assertThat(report.failure().remedy()).contains("migrations repair");
        }
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|2|f");
    }

    @Test
    void namesTheIndexThatADropLeftInvalid() throws Exception {
        Shop.writeTo(scene.modules().delete("shop/V3__never.sql"));
        scene.up();
        try (Connection reader = scene.connect()) {
            reader.setAutoCommit(false);
            Sql.execute(reader, "SELECT * FROM shop.items");
            Background<ApplyReport> run =
                    Background.start(() -> scene.runs().with(interruption).down("-1"));
            Waiting.until(scene, Waiting.statementUnderWay("DROP INDEX CONCURRENTLY"));
            Waiting.until(scene, Waiting.lockWaitedFor());
            interruption.request();
            Stopped report = (Stopped) run.get();
            assertThat(report.failure().state()).contains("It left invalid: shop.ix_items_name");
        }
        assertThat(scene.history("shop")).endsWith("SQL|4|f");
        Agreement.check(scene, "shop");
    }

    @Test
    void beginsNoFurtherStep() throws SQLException {
        scene.modules().upgrade("shop", "2__b", "CREATE TABLE b ();\n");
        RunObserver impatient = new RunObserver() {
            @Override
            public void stepDone(Step step, Duration duration) {
                interruption.request();
            }
        };
        Stopped report =
                (Stopped) scene.runs().with(interruption).with(impatient).up();
        assertThat(report.failure().code()).isEqualTo(ProblemCode.INTERRUPTED);
        assertThat(report.failure().state()).contains("Nothing of it");
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
    }

    @Test
    void doesNotTryAgainForALock() throws Exception {
        scene.modules().upgrade("shop", "2__b", "ALTER TABLE items ADD COLUMN b int;\n");
        scene.up("shop@1");
        try (Connection reader = scene.connect()) {
            reader.setAutoCommit(false);
            Sql.execute(reader, "SELECT * FROM shop.items");
            RunObserver impatient = new RunObserver() {
                @Override
                public void retrying(Step step, Obstruction obstruction, int attempt, int attempts, Duration pause) {
                    interruption.request();
                }
            };
            RunSettings patient = new RunSettings(Duration.ofMillis(50), 100, Duration.ofSeconds(5));
            ApplyReport report = scene.runs()
                    .with(patient)
                    .with(interruption)
                    .with(impatient)
                    .up();
            assertThat(report).isInstanceOf(Stopped.class);
        }
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
    }

    @Test
    void keepsItsReportWhileItWaitsForFlyway() throws Exception {
        scene.modules().upgrade("shop", "2__index", "CREATE INDEX CONCURRENTLY ix ON items (id);\n");
        long key = scene.modules().migrations().modules().get("shop").history().lockKey();
        try (Connection flyway = scene.connect()) {
            RunObserver observer = new RunObserver() {
                @Override
                public void stepDone(Step step, Duration duration) {
                    try {
                        Sql.execute(flyway, "SELECT pg_advisory_lock(" + key + ")");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            Background<ApplyReport> run = Background.start(
                    () -> scene.runs().with(interruption).with(observer).up());
            Waiting.until(
                    scene,
                    "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND application_name = 'migrations shop@2' AND state = 'idle')");
            interruption.request();
            Stopped report = (Stopped) run.get();
            assertThat(report.done()).hasSize(1);
            assertThat(report.failure().code()).isEqualTo(ProblemCode.INTERRUPTED);
        }
        assertThat(scene.history("shop")).isEqualTo(List.of("SQL|1|t"));
    }

    private Stopped interruptedDuring(String words) throws Exception {
        Background<ApplyReport> run =
                Background.start(() -> scene.runs().with(interruption).up());
        Waiting.until(scene, Waiting.statementUnderWay(words));
        if (words.contains("CONCURRENTLY")) {
            Waiting.until(scene, Waiting.lockWaitedFor());
        }
        interruption.request();
        return (Stopped) run.get();
    }
}

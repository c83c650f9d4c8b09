package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemCode;
import io.stockassistant.migrations.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A tree that one Flyway migrated, with a folder a module below one root, and one history for all. */
final class AfterAnAdoptionTest {

    private static final HistoryTable SHARED = new HistoryTable("public", "flyway_schema_history");
    private static final String ROWS = "SELECT version, description, type, checksum, installed_by, installed_on,"
            + " execution_time, success FROM %s ORDER BY installed_rank";

    @RegisterExtension
    final Scene scene = new Scene();

    /** Two modules whose scripts name their schemas, since one Flyway has one search path for all. */
    private void migrateBothWithOneFlyway() {
        scene.modules()
                .migration("alpha", "1__first", "CREATE SCHEMA IF NOT EXISTS alpha; CREATE TABLE alpha.one ();", "--")
                .migration("beta", "2__other", "CREATE SCHEMA IF NOT EXISTS beta; CREATE TABLE beta.two ();", "--")
                .upgrade("alpha", "3__more", "CREATE TABLE alpha.three (id int);")
                .file("beta/R__view.sql", "CREATE OR REPLACE VIEW beta.v AS SELECT 1 AS one;");
        flyway().load().migrate();
    }

    private StockFlyway flyway() {
        return StockFlyway.on(
                scene.database(),
                "public",
                "filesystem:" + scene.modules().folder("alpha").getParent());
    }

    private Adoption adopt(Predicate<Adoption> consent) throws SQLException {
        return adopt(new AdoptionWish(SHARED, Map.of(), Set.of()), consent);
    }

    private Adoption adopt(AdoptionWish wish, Predicate<Adoption> consent) throws SQLException {
        Runs runs = scene.runs();
        return new AdoptionRun(runs.context(runs.files().get())).run(wish, consent);
    }

    @Test
    void scriptsHaveTheFoldersOfTheirModuleAlone() throws SQLException {
        scene.modules()
                .module("alpha")
                .file("alpha/2026/V2__year.sql", "CREATE SCHEMA alpha; CREATE TABLE alpha.year ();\n")
                .migration("beta", "3__other", "CREATE SCHEMA beta; CREATE TABLE beta.other ();", "--");
        flyway().load().migrate();
        assertThat(scene.rows("SELECT script FROM public.flyway_schema_history WHERE version = '2'"))
                .containsExactly("alpha/2026/V2__year.sql");

        adopt(each -> true);

        assertThat(scene.rows("SELECT script FROM alpha.flyway_schema_history")).containsExactly("2026/V2__year.sql");
        assertThat(scene.flyway("alpha").validate()).isEmpty();
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
    }

    @Test
    void stockFlywayAgreesOnEachModule() throws SQLException {
        migrateBothWithOneFlyway();
        List<String> before = scene.rows("SELECT * FROM public.flyway_schema_history ORDER BY installed_rank");
        adopt(each -> true);

        assertThat(scene.rows("SELECT * FROM public.flyway_schema_history ORDER BY installed_rank"))
                .as("the shared history")
                .isEqualTo(before);
        for (String module : List.of("alpha", "beta")) {
            StockFlyway flyway = scene.flyway(module);
            assertThat(flyway.validate()).as(module).isEmpty();
            assertThat(flyway.info().values()).as(module).containsOnly("SUCCESS");
            assertThat(flyway.migrate()).as(module).isZero();
        }
        Agreement.check(scene, "alpha");
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
    }

    @Test
    void rowsSayWhatTheySaid() throws SQLException {
        migrateBothWithOneFlyway();
        scene.execute(
                "UPDATE public.flyway_schema_history SET installed_by = 'ann', execution_time = 7 + installed_rank,"
                        + " installed_on = timestamp '2020-02-03 04:05:06.789' + installed_rank * interval '1 day'");
        adopt(each -> true);
        assertThat(scene.rows("SELECT installed_rank, script FROM alpha.flyway_schema_history ORDER BY 1"))
                .containsExactly("1|V1__first.sql", "2|V3__more.sql");
        assertThat(scene.rows("SELECT installed_rank, script FROM beta.flyway_schema_history ORDER BY 1"))
                .containsExactly("1|V2__other.sql", "2|R__view.sql");
        List<String> together = scene.rows(ROWS.formatted("alpha.flyway_schema_history"));
        together.addAll(scene.rows(ROWS.formatted("beta.flyway_schema_history")));
        assertThat(together)
                .containsExactlyInAnyOrderElementsOf(scene.rows(ROWS.formatted("public.flyway_schema_history")));
    }

    @Test
    void historiesHaveTheShapeThatFlywayGivesThem() throws SQLException {
        migrateBothWithOneFlyway();
        adopt(each -> true);
        scene.modules().upgrade("delta", "1__x", "CREATE TABLE x ();");
        scene.flyway("delta").migrate();
        String shape = "column ";
        List<String> ours = catalogOf("alpha", shape);
        assertThat(ours).hasSizeGreaterThan(9).isEqualTo(catalogOf("delta", shape));
    }

    private List<String> catalogOf(String schema, String kind) throws SQLException {
        return scene.catalog().stream()
                .filter(each -> each.contains(" " + schema + ".flyway_schema_history"))
                .filter(each -> each.startsWith(kind) || each.startsWith("constraint ") || each.startsWith("index "))
                .map(each -> each.replace(schema + ".", ""))
                .toList();
    }

    @Test
    void whatWasTakenBackIsPendingAgain() throws SQLException {
        migrateBothWithOneFlyway();
        scene.execute(
                "INSERT INTO public.flyway_schema_history SELECT 9, version, description, 'DELETE', script,"
                        + " checksum, installed_by, installed_on, 0, true FROM public.flyway_schema_history WHERE version = '3'");
        scene.execute("DROP TABLE alpha.three");
        adopt(each -> true);
        assertThat(scene.history("alpha")).containsExactly("SQL|1|t", "SQL|3|t", "DELETE|3|t");
        assertThat(scene.flyway("alpha").info()).isEqualTo(Map.of("1", "SUCCESS", "3", "PENDING"));
        Agreement.check(scene, "alpha");
        assertThat(scene.up().done()).hasSize(1);
        assertThat(scene.flyway("alpha").validate()).isEmpty();
    }

    @Test
    void aBaselineStandsForTheMigrationsOfEveryModuleUpToIt() throws SQLException {
        scene.modules()
                .upgrade("alpha", "1__first", "CREATE TABLE alpha.one ();")
                .upgrade("beta", "2__other", "CREATE TABLE beta.two ();")
                .upgrade("beta", "3__new", "CREATE TABLE beta.three ();");
        scene.execute("CREATE SCHEMA alpha; CREATE SCHEMA beta; CREATE TABLE public.something ()");
        flyway().configuration().baselineVersion("2").load().baseline();
        flyway().load().migrate();
        adopt(each -> true);
        for (String module : List.of("alpha", "beta")) {
            assertThat(scene.flyway(module).validate()).isEmpty();
            assertThat(scene.flyway(module).migrate()).isZero();
        }
        Agreement.check(scene, "beta");
        assertThat(scene.flyway("alpha").info())
                .as("version 2 is the baseline, and no file of alpha")
                .isEqualTo(Map.of("1", "BELOW_BASELINE", "2", "BASELINE"));
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
    }

    @Test
    void aModuleThatHadNoRowsStartsFromItsBase() throws SQLException {
        migrateBothWithOneFlyway();
        scene.modules().upgrade("gamma", "20260301__new", "CREATE TABLE fresh ();");
        adopt(each -> true);
        assertThat(scene.rows("SELECT nspname FROM pg_namespace WHERE nspname = 'gamma'"))
                .isEmpty();
        assertThat(scene.up().done()).hasSize(1);
    }

    @Test
    void aSecondOneIsRefused() throws SQLException {
        migrateBothWithOneFlyway();
        adopt(each -> true);
        List<String> before = scene.rows("SELECT * FROM alpha.flyway_schema_history");
        assertProblems(() -> adopt(each -> true), ProblemCode.HISTORY_COLLISION, ProblemCode.HISTORY_COLLISION);
        assertThat(scene.rows("SELECT * FROM alpha.flyway_schema_history")).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenWithoutConsent() throws SQLException {
        migrateBothWithOneFlyway();
        List<String> before = scene.catalog();
        Adoption adoption = adopt(each -> false);
        assertThat(adoption.rows()).hasSize(2);
        assertThat(scene.catalog()).isEqualTo(before);
    }

    @Test
    void aFlywayThatWroteWhileSomebodyThoughtIsNoticed() throws SQLException {
        migrateBothWithOneFlyway();
        assertProblems(
                () -> adopt(each -> {
                    scene.modules().upgrade("alpha", "4__late", "CREATE TABLE alpha.late ();");
                    flyway().load().migrate();
                    return true;
                }),
                ProblemCode.PLAN_OUTDATED);
        assertThat(scene.rows("SELECT relname FROM pg_class WHERE relname = 'flyway_schema_history'"))
                .as("the shared one alone")
                .hasSize(1);
    }

    @Test
    void aFlywayAtWorkIsWaitedForAndThenNamed() throws SQLException {
        migrateBothWithOneFlyway();
        try (Connection flyway = scene.connect()) {
            Sql.execute(flyway, "SELECT pg_advisory_lock(" + SHARED.lockKey() + ")");
            assertProblems(() -> adopt(each -> true), ProblemCode.LOCK_TIMEOUT);
        }
        assertThat(adopt(each -> true).rows()).hasSize(2);
    }

    @Test
    void oneThatFailsInTheMiddleLeavesNothing() throws SQLException {
        migrateBothWithOneFlyway();
        scene.execute(
                "CREATE TABLE beta.\"flyway_schema_history_s_idx\" ()"); // in the way of the last statement but one
        List<String> before = scene.catalog();
        assertThatThrownBy(() -> adopt(each -> true)).hasMessageContaining("already exists");
        assertThat(scene.rows("SELECT outcome FROM migrations.run")).containsExactly("stopped");
        scene.execute("DROP SCHEMA migrations CASCADE");
        assertThat(scene.catalog()).isEqualTo(before);
    }

    @Test
    void theSharedHistoryMayNotBeTheHistoryOfOneOfThem() throws SQLException {
        migrateBothWithOneFlyway();
        scene.modules().module("alpha", "history=public.flyway_schema_history");
        assertProblems(() -> adopt(each -> true), ProblemCode.HISTORY_COLLISION);
    }

    @Test
    void aSingleTreeNeedsNoneWhenItsDescriptorNamesItsHistory() throws SQLException {
        scene.modules()
                .upgrade("shop", "1__items", "CREATE TABLE items (id int);")
                .upgrade("shop", "2__more", "CREATE TABLE more (id int);");
        StockFlyway flyway = StockFlyway.on(
                scene.database(), "public", "filesystem:" + scene.modules().folder("shop"));
        assertThat(flyway.configuration().target("1").load().migrate().migrationsExecuted)
                .isEqualTo(1);

        scene.modules().module("shop", "schema=public", "history=public.flyway_schema_history");
        Adoption adoption = adopt(each -> true);
        assertThat(adoption.isEmpty()).isTrue();
        assertThat(adoption.inPlace())
                .hasValueSatisfying(each -> assertThat(each.name()).isEqualTo("shop"));

        assertThat(scene.up().done()).hasSize(1);
        assertThat(scene.rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                        + " AND relkind = 'r' ORDER BY 1"))
                .containsExactly("flyway_schema_history", "items", "more");
        StockFlyway now = new StockFlyway(
                Flyway.configure().configuration(flyway.configuration()).target("latest"));
        assertThat(now.validate()).isEmpty();
        assertThat(now.info()).isEqualTo(Map.of("1", "SUCCESS", "2", "SUCCESS"));
        assertThat(now.migrate()).isZero();
        assertThat(scene.up()).isInstanceOf(NothingToDo.class);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void assertProblems(Work work, ProblemCode... codes) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).containsExactly(codes));
    }
}

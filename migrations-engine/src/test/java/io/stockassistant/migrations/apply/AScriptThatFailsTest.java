package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.problem.ProblemCode;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AScriptThatFailsTest {

    @RegisterExtension
    final Scene scene = new Scene();

    /** The driver gives up on COPY TO STDOUT, which this form hides from the checks, and the server goes on. */
    @Test
    void isAppliedWhenOnlyTheDriverFailed() throws SQLException {
        scene.modules()
                .upgrade("shop", "5__rows", "CREATE TABLE t (id int);\nCOPY t TO STDOUT (NULL ' to ''x');\n")
                .upgrade("shop", "6__more", "CREATE TABLE more ();\n");
        assertThat(scene.up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|3|t", "SQL|5|t", "SQL|6|t");
        assertThat(scene.rows("SELECT count(*), count(DISTINCT position) FROM migrations.step"))
                .containsExactly("4|4");
    }

    /** A script, and where and why it fails: line, beginning of the statement, SQLSTATE, words of the message. */
    private record Case(
            String name,
            String script,
            @Nullable Integer line,
            @Nullable String statement,
            String state,
            String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "a word that is no SQL",
                        "CREATE TABLE a ();\n\nCREATE TABLE b (\n  id int,\n  name txet NO NULL\n);\n",
                        5,
                        "CREATE TABLE b",
                        "42601",
                        "syntax error at or near \"NO\""),
                new Case(
                        "a type that is not there",
                        "CREATE TABLE a ();\nCREATE TABLE b (\n  name txet);\n",
                        3,
                        "CREATE TABLE b",
                        "42704",
                        "type \"txet\" does not exist"),
                new Case(
                        "line ends of Windows",
                        "CREATE TABLE a ();\r\n\r\n-- comment\r\nCREATE TABLE b (\r\n  name txet);\r\n",
                        5,
                        "CREATE TABLE b",
                        "42704",
                        "txet"),
                new Case(
                        "characters beyond the first plane",
                        "CREATE TABLE a ();\nCOMMENT ON TABLE a IS '😀😀😀😀😀😀😀😀';\n/* 😀 */ SELECT '😀', no_column;\n",
                        3,
                        "SELECT '😀'",
                        "42703",
                        "no_column"),
                new Case(
                        "after inline data",
                        "CREATE TABLE a (id int);\nCOPY a FROM stdin;\n1\n2\n\\.\nINSERT INTO a VALUES (3);\nSELECT\n  no_column;\n",
                        8,
                        "SELECT",
                        "42703",
                        "no_column"),
                new Case(
                        "inside inline data",
                        "CREATE TABLE a (id int);\n-- data\nCOPY a FROM stdin;\n1\ntwo\n\\.\n",
                        3,
                        "COPY a",
                        "22P02",
                        "invalid input syntax for type integer: \"two\""),
                new Case(
                        "a statement without a position",
                        "CREATE TABLE a (id int UNIQUE);\n-- why\n/* how */\n\nINSERT INTO a\nVALUES (1), (1);\n",
                        5,
                        "INSERT INTO a",
                        "23505",
                        "duplicate key"),
                new Case(
                        "the same after inline data",
                        "CREATE TABLE a (id int UNIQUE);\nCOPY a FROM stdin;\n1\n\\.\nSELECT 1;\nINSERT INTO a VALUES (1);\n",
                        6,
                        "INSERT INTO a",
                        "23505",
                        "duplicate key"),
                new Case(
                        "a function that fails",
                        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 1 / 0;\nEND $$;\n\nSELECT f();\n",
                        6,
                        "SELECT f()",
                        "22012",
                        "division by zero"),
                new Case(
                        "a function that makes no sense",
                        "SELECT 1;\nCREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETRUN 1;\nEND $$;\n",
                        4,
                        "CREATE FUNCTION f()",
                        "42601",
                        "RETRUN"),
                new Case(
                        "a query that returns rows before it",
                        "SELECT 1;\nSELECT * FROM generate_series(1, 3);\nDROP TABLE nothing;\n",
                        3,
                        "DROP TABLE nothing",
                        "42P01",
                        "table \"nothing\" does not exist"),
                new Case(
                        "a rule that is checked at the end",
                        "CREATE TABLE a (id int UNIQUE DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO a VALUES (1), (1);\n",
                        null,
                        null,
                        "23505",
                        "duplicate key"));
    }

    @BeforeEach
    void neighbours() {
        scene.modules().upgrade("shop", "1__good", "CREATE TABLE good ();\n");
        scene.modules().upgrade("shop", "3__never", "CREATE TABLE never ();\n");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReportedWithItsPlaceAndLeavesNothing(Case given) throws SQLException {
        scene.up("shop@1");
        List<String> before = scene.catalog();
        scene.modules().upgrade("shop", "2__bad", given.script());

        Stopped report = (Stopped) scene.up();
        Failure failure = report.failure();
        assertThat(failure.code()).isEqualTo(ProblemCode.FAILED_MIGRATION);
        assertThat(failure.sqlState()).isEqualTo(given.state());
        assertThat(failure.message()).contains(given.message());
        assertThat(failure.line()).isEqualTo(given.line());
        if (given.statement() == null) {
            assertThat(failure.statement()).isNull();
        } else {
            assertThat(failure.statement()).startsWith(given.statement());
        }
        assertThat(failure.state()).contains("rolled back as a whole");
        assertThat(scene.catalog()).isEqualTo(before);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t");
    }

    @Test
    void isReportedWithWhatWasAppliedAndWhatWasNotReached() throws SQLException {
        scene.modules().upgrade("shop", "2__bad", "SELECT no_column;\n");
        Stopped report = (Stopped) scene.up();
        assertThat(report.done()).extracting(each -> each.step().name()).containsExactly("shop@1");
        assertThat(report.failure().step().name()).isEqualTo("shop@2");
        assertThat(report.notReached()).extracting(each -> each.name()).containsExactly("shop@3");
        assertThat(report.failure().remedy()).contains("shop/V2__bad.sql").endsWith("then repeat the command.");
        scene.modules().upgrade("shop", "2__bad", "SELECT 1;\n");
        assertThat(scene.up().done()).hasSize(2);
    }

    @Test
    void isReportedWithWhatTheServerAdds() throws SQLException {
        scene.modules().upgrade("shop", "2__bad", """
                DO $$ BEGIN
                    RAISE EXCEPTION 'the words' USING ERRCODE = 'U0001', DETAIL = 'the detail', HINT = 'the hint';
                END $$;
                """);
        Failure failure = ((Stopped) scene.up()).failure();
        assertThat(failure.message()).isEqualTo("the words");
        assertThat(failure.detail()).isEqualTo("the detail");
        assertThat(failure.hint()).isEqualTo("the hint");
        assertThat(failure.sqlState()).isEqualTo("U0001");
    }

    @Test
    void leavesNothingOfANewModule() throws SQLException {
        scene.modules().upgrade("other", "1__bad", "CREATE TABLE a ();\nSELECT no_column;\n");
        assertThat(scene.up("other")).isInstanceOf(Stopped.class);
        assertThat(scene.catalog()).noneMatch(line -> line.contains("other"));
    }

    @Test
    void onTheWayDownLeavesEverythingAsItWas() throws SQLException {
        scene.modules().file("shop/U1__good.sql", "DROP TABLE good;\n");
        scene.modules()
                .migration("shop", "3__never", "CREATE TABLE never ();\n", "DROP TABLE never;\nDROP TABLE no;\n");
        scene.up();
        List<String> before = scene.catalog();
        Stopped report = (Stopped) scene.down("base");
        assertThat(report.failure().line()).isEqualTo(2);
        assertThat(report.failure().remedy()).contains("shop/U3__never.sql");
        assertThat(scene.catalog()).isEqualTo(before);
        assertThat(scene.history("shop")).containsExactly("SQL|1|t", "SQL|3|t");
    }

    @Test
    void becauseOfAnotherModuleNamesItAndTheHeaderThatIsMissing() throws SQLException {
        scene.modules()
                .file("shop/U1__good.sql", "DROP TABLE good;\n")
                .file("shop/U3__never.sql", "DROP TABLE never;\n");
        scene.modules()
                .module("orders", "depends-on=shop")
                .migration("orders", "1__view", "CREATE VIEW v AS SELECT FROM shop.good;\n", "DROP VIEW v;\n");
        scene.up();
        Failure failure = ((Stopped) scene.down("shop@base")).failure();
        assertThat(failure.sqlState()).isEqualTo("2BP01");
        assertThat(failure.remedy()).contains("module orders").contains("'-- depends-on: shop@1'");
    }
}

package io.stockassistant.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the statements of a script are, and what belongs to each. */
class StatementsTest {

    @Test
    void theFirstLineIsThatOfTheFirstWord() {
        List<Statement> statements = statements("""
                -- depends on nothing

                create table a (b int);
                /* a comment
                   of two lines */ insert into a
                values (1); select 2;

                select 3 -- no semicolon""");

        assertThat(statements.stream().map(Statement::firstLine)).containsExactly(3, 5, 6, 8);
        assertThat(statements.stream().map(Statement::body))
                .containsExactly(
                        "create table a (b int)", "insert into a\nvalues (1)", "select 2", "select 3 -- no semicolon");
    }

    @Test
    void aPlaceInAStatementHasALine() {
        Statement statement = statements("select 1;\n\nselect\n  a,\n  b;").get(1);

        assertThat(statement.lineAt(statement.sql().indexOf("select"))).isEqualTo(3);
        assertThat(statement.lineAt(statement.sql().indexOf("b"))).isEqualTo(5);
        assertThat(statement.lineAt(-1)).isLessThanOrEqualTo(3);
        assertThat(statement.lineAt(1_000)).isEqualTo(5);
    }

    @Test
    void windowsLineEndsCountOnce() {
        assertThat(statements("select 1;\r\n\r\nselect 2;\r\n").stream().map(Statement::firstLine))
                .containsExactly(1, 3);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstStatement() {
        assertThat(statements("\uFEFFselect 1;").get(0).sql()).isEqualTo("select 1");
    }

    @Test
    void theDataOfACopyBelongsToItAndTheNextLineIsCountedOn() {
        List<Statement> statements =
                statements("copy t from stdin;\n1\tit's\n2\t;\n\\.\n\nselect 1;\ncopy u from stdin;\n\\.\n");

        assertThat(statements.get(0).findCopyData()).contains("1\tit's\n2\t;\n");
        assertThat(statements.get(1).findCopyData()).isEmpty();
        assertThat(statements.get(1).firstLine()).isEqualTo(6);
        assertThat(statements.get(2).findCopyData()).contains("");
    }

    @Test
    void aBodyInStandardSqlIsOneStatement() {
        assertThat(statements("""
                        create function f() returns int language sql
                        begin atomic
                          select case when true then 1 else 2 end;
                          select 3;
                        end;
                        select 4;
                        """)).hasSize(2);
    }

    @Test
    void placeholdersAreReplaced() {
        assertThat(statements("create table ${flyway:defaultSchema}.t ()")
                        .get(0)
                        .sql())
                .isEqualTo("create table shop.t ()");
    }

    private static List<Statement> statements(String sql) {
        return OneScript.of(sql).get().statements();
    }
}

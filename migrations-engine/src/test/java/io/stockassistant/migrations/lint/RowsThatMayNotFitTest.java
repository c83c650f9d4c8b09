package io.stockassistant.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A database in use is asked whether its rows fit what a migration asks of them. */
class RowsThatMayNotFitTest {

    private static final String T =
            "CREATE TABLE t (id int PRIMARY KEY, a int, b text, c varchar(20), d numeric(8,2));";
    private static final String P = "CREATE TABLE p (id int, a int) PARTITION BY RANGE (id);"
            + "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (100);";

    /**
     * @param rows what the database in use has and the migrations do not make
     * @param answers severity and sentence of each finding, in their order
     */
    private record Case(String name, String before, String rows, String migration, List<String> answers) {

        static Case of(String name, String before, String rows, String migration, String... answers) {
            return new Case(name, before, rows, migration, List.of(answers));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Case> CASES = List.of(
            Case.of(
                    "NOT NULL, and one row has none",
                    T,
                    "INSERT INTO t VALUES (1, 1), (2, NULL);",
                    "ALTER TABLE t ALTER a SET NOT NULL;",
                    "error: In the database there is 1 row with NULL in a (NOW): it fails there."),
            Case.of(
                    "NOT NULL, and all rows have one",
                    T,
                    "INSERT INTO t VALUES (1, 1);",
                    "ALTER TABLE t ALTER a SET NOT NULL;",
                    "info: In the database there is no row with NULL in a (NOW)."),
            Case.of(
                    "more rows than are counted",
                    T,
                    "INSERT INTO t SELECT g FROM generate_series(1, 10001) g;",
                    "ALTER TABLE t ALTER a SET NOT NULL;",
                    "error: In the database there are at least 10,000 rows with NULL in a (NOW): it fails there."),
            Case.of(
                    "rows that the migration mends first",
                    T,
                    "INSERT INTO t VALUES (1, NULL);",
                    "UPDATE t SET a = 0 WHERE a IS NULL; ALTER TABLE t ALTER a SET NOT NULL;",
                    "info: In the database there is 1 row with NULL in a (NOW); see that the statements before it mend"
                            + " that."),
            Case.of(
                    "a check",
                    T,
                    "INSERT INTO t VALUES (1, -1), (2, -2), (3, 3), (4, NULL);",
                    "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0);",
                    "error: In the database there are 2 rows with values that break k (NOW): it fails there."),
            Case.of(
                    "a check that is validated later",
                    T + "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID;",
                    "ALTER TABLE t DROP CONSTRAINT k; INSERT INTO t VALUES (1, -1);",
                    "ALTER TABLE t VALIDATE CONSTRAINT k;",
                    "error: In the database there is 1 row with values that break k (NOW): it fails there."),
            Case.of(
                    "a check that children need not fulfil",
                    T,
                    "CREATE TABLE u () INHERITS (t); INSERT INTO u VALUES (1, -1);",
                    "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NO INHERIT;",
                    "info: In the database there is no row with values that break k (NOW)."),
            Case.of(
                    "a check that calls what may do anything",
                    T + "CREATE FUNCTION f(int) RETURNS boolean LANGUAGE sql AS 'SELECT true';",
                    "",
                    "ALTER TABLE t ADD CONSTRAINT k CHECK (f(a));",
                    "info: Whether there is a row with values that break k in the database is not known: f is volatile,"
                            + " and a question calls no such function."),
            Case.of(
                    "a check that calls what the server brings",
                    T,
                    "INSERT INTO t VALUES (1, 1, 'long');",
                    "ALTER TABLE t ADD CONSTRAINT k CHECK (length(b) < 3);",
                    "error: In the database there is 1 row with values that break k (NOW): it fails there."),
            Case.of(
                    "a key",
                    T,
                    "INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'x'), (3, 1, NULL), (4, 1, NULL);",
                    "ALTER TABLE t ADD CONSTRAINT k UNIQUE (a, b);",
                    "error: In the database there is 1 value of (a, b) in more than one row (NOW): it fails there."),
            Case.of(
                    "a unique index of a part",
                    T,
                    "INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'y'), (3, 2, 'x'), (4, 2, 'x');",
                    "CREATE UNIQUE INDEX k ON t (a) WHERE b = 'y' OR a = 3;",
                    "info: In the database there is no value of (a) in more than one row (NOW)."),
            Case.of(
                    "a unique index of an expression",
                    T,
                    "INSERT INTO t VALUES (1, 1, 'x'), (2, 1, 'X');",
                    "CREATE UNIQUE INDEX k ON t (lower(b));",
                    "info: "),
            Case.of(
                    "a foreign key",
                    T,
                    "INSERT INTO t VALUES (1, 1), (2, 7), (3, NULL);",
                    "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES t (id) ON DELETE CASCADE;",
                    "error: In the database there is 1 row that refers to none of SCHEMA.t (NOW): it fails there."),
            Case.of(
                    "a foreign key to a table of the same migration",
                    T,
                    "INSERT INTO t VALUES (1, 1);",
                    "CREATE TABLE n (id int PRIMARY KEY); ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES n;",
                    "info: "),
            Case.of(
                    "a shorter text",
                    T,
                    "INSERT INTO t VALUES (1, 1, '', '12345'), (2, 1, '', '1234    ');",
                    "ALTER TABLE t ALTER c TYPE varchar(4);",
                    "error: In the database there is 1 row with a value of c that does not fit character varying(4)"
                            + " (NOW): it fails there."),
            Case.of(
                    "a shorter text that is cut off",
                    T,
                    "INSERT INTO t VALUES (1, 1, '', '12345');",
                    "ALTER TABLE t ALTER c TYPE varchar(4) USING c::varchar(4);"),
            Case.of("a longer text", T, "INSERT INTO t VALUES (1);", "ALTER TABLE t ALTER c TYPE varchar(40);"),
            Case.of(
                    "fewer digits",
                    T,
                    "INSERT INTO t VALUES (1, 1, '', '', 99.9), (2, 1, '', '', 99.96), (3, 1, '', '', 'NaN');",
                    "ALTER TABLE t ALTER d TYPE numeric(3,1);",
                    "error: In the database there is 1 row with a value of d that does not fit numeric(3,1) (NOW): it"
                            + " fails there."),
            Case.of(
                    "smaller numbers",
                    T,
                    "INSERT INTO t VALUES (1, 32767), (2, -32769);",
                    "ALTER TABLE t ALTER a TYPE smallint;",
                    "error: In the database there is 1 row with a value of a that does not fit smallint (NOW): it"
                            + " fails there."),
            Case.of("larger numbers", T, "INSERT INTO t VALUES (1);", "ALTER TABLE t ALTER a TYPE bigint;"),
            Case.of(
                    "partitions",
                    P,
                    "INSERT INTO p VALUES (1, NULL);",
                    "ALTER TABLE p ALTER a SET NOT NULL;",
                    "error: In the database there is 1 row with NULL in a (NOW): it fails there."),
            Case.of(
                    "partitions of which one is mended",
                    P,
                    "INSERT INTO p VALUES (1, NULL);",
                    "UPDATE p1 SET a = 0 WHERE a IS NULL; ALTER TABLE p ALTER a SET NOT NULL;",
                    "info: In the database there is 1 row with NULL in a (NOW); see that the statements before it mend"
                            + " that."),
            Case.of(
                    "another table with the same name",
                    T,
                    "ALTER TABLE t ALTER a TYPE text; INSERT INTO t VALUES (1, NULL);",
                    "ALTER TABLE t ALTER a SET NOT NULL;",
                    "info: Whether there is a row with NULL in a in the database is not known: SCHEMA.t.a is not there"
                            + " as integer."),
            Case.of(
                    "a table that has a new name",
                    T + "CREATE TABLE s (id int, a int);",
                    "INSERT INTO t VALUES (1, NULL);",
                    "ALTER TABLE t RENAME TO old; ALTER TABLE s RENAME TO t; ALTER TABLE t ALTER a SET NOT NULL;",
                    "info: "),
            Case.of(
                    "a column of the same migration",
                    T,
                    "INSERT INTO t VALUES (1);",
                    "ALTER TABLE t ADD COLUMN e int DEFAULT 1; ALTER TABLE t ALTER e SET NOT NULL;",
                    "info: "),
            Case.of(
                    "names that need quotes",
                    "CREATE TABLE \"My t\" (id int, \"a, (b\" int);",
                    "INSERT INTO \"My t\" VALUES (1, NULL);",
                    "ALTER TABLE \"My t\" ALTER \"a, (b\" SET NOT NULL;",
                    "error: In the database there is 1 row with NULL in \"a, (b\" (NOW): it fails there."));

    @TempDir
    private static Path folder;

    private static LintReport report = new LintReport(List.of(), List.of());

    @BeforeAll
    static void lint() throws SQLException {
        LintedFiles files = new LintedFiles(folder);
        Set<String> wanted = new TreeSet<>();
        for (int i = 0; i < CASES.size(); i++) {
            files.with(module(i) + "/V1__before.sql", CASES.get(i).before() + "\n")
                    .with(module(i) + "/V2__it.sql", CASES.get(i).migration().replace("; ", ";\n") + "\n");
            wanted.add(module(i) + "/V2__it.sql");
        }
        try (TestDatabase live = TestPostgres.shared().newDatabase();
                Connection connection = live.connect()) {
            fill(connection);
            report = LiveRows.ask(connection, files.report(new LintWish(Set.of(), wanted)), LintSettings.DEFAULTS);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < CASES.size(); i++) {
                statement.execute("CREATE SCHEMA " + module(i) + "; SET search_path = " + module(i) + ";"
                        + CASES.get(i).before() + CASES.get(i).rows());
            }
            statement.execute("RESET search_path");
        }
    }

    private static String module(int index) {
        return "m" + index;
    }

    static Stream<Integer> cases() {
        return IntStream.range(0, CASES.size()).boxed();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void areCounted(int index) {
        List<String> answers = new ArrayList<>();
        report.findings().stream()
                .filter(each ->
                        each.module().equals(module(index)) && each.code().equals("may-not-fit-data"))
                .map(each -> each.severity() + ": " + each.scale())
                .map(each -> each.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC", "NOW"))
                .map(each -> each.replace(module(index) + ".", "SCHEMA."))
                .forEach(answers::add);

        assertThat(answers)
                .as(CASES.get(index).name())
                .isEqualTo(CASES.get(index).answers());
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
                    ALTER TABLE t ADD CHECK (length(repeat(b, 99999999)) > 0); | SELECT 1 | SELECT 1 | the server did not find out within 2 s
                    ALTER TABLE t ALTER a SET NOT NULL; | SELECT 1        | LOCK TABLE shop.t | somebody has locked the table
                    ALTER TABLE t ALTER a SET NOT NULL; | SET ROLE READER | SELECT 1          | permission denied for table t
                    """)
    void areNotKnown(String migration, String mine, String theirs, String reason, @TempDir Path other)
            throws SQLException {
        LintReport found = new LintedFiles(other)
                .with("shop/V1__t.sql", T + "\n")
                .with("shop/V2__it.sql", migration + "\n")
                .report(new LintWish(Set.of(), Set.of("shop/V2__it.sql")));
        String role = "reader_" + ProcessHandle.current().pid();
        try (TestDatabase live = TestPostgres.shared().newDatabase();
                Connection connection = live.connect();
                Connection somebody = live.connect();
                Statement own = connection.createStatement();
                Statement others = somebody.createStatement()) {
            own.execute("CREATE SCHEMA shop; SET search_path = shop;" + T
                    + "INSERT INTO t SELECT g, g, 'xxx' FROM generate_series(1, 2000) g;"
                    + "GRANT USAGE ON SCHEMA shop TO PUBLIC; CREATE ROLE " + role);
            try {
                somebody.setAutoCommit(false);
                own.execute(mine.replace("READER", role));
                others.execute(theirs);
                LintReport answered = LiveRows.ask(connection, found, LintSettings.DEFAULTS, Duration.ofSeconds(2));

                assertThat(answered.findings())
                        .filteredOn(each -> each.code().equals("may-not-fit-data"))
                        .extracting(Finding::scale)
                        .singleElement(STRING)
                        .startsWith("Whether there is a row with")
                        .endsWith(" in the database is not known: " + reason + ".");
            } finally {
                somebody.rollback();
                own.execute("RESET ROLE; DROP ROLE " + role);
            }
        }
    }
}

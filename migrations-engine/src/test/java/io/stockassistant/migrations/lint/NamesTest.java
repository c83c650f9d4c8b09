package io.stockassistant.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names follow the project's convention, where it has one. */
class NamesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    index       | {table}_{columns}_idx  | CREATE INDEX t_a_idx ON t (a)                           |
                    index       | {table}_{columns}_idx  | CREATE INDEX ON t (a, id)                               |
                    index       | {table}_{columns}_idx  | CREATE INDEX ON t (lower(b))                            |
                    index       | {table}_{columns}_idx  | CREATE INDEX ON t (a); CREATE INDEX ON t (a)            |
                    index       | {table}_{columns}_idx  | CREATE INDEX by_a ON t (a)                              | by_a of a.t is off the convention {table}_{columns}_idx.
                    index       | {table}_{columns}_idx  | ALTER TABLE t ADD CONSTRAINT x UNIQUE (a)               |
                    unique      | {table}_{columns}_key  | ALTER TABLE t ADD CONSTRAINT x UNIQUE (a)               | x of a.t is off the convention {table}_{columns}_key.
                    check       | {table}_{columns}_ok   | CREATE TABLE n (a int CONSTRAINT n_a_ok CHECK (a > 0))  |
                    check       | {table}_{columns}_ok   | CREATE TABLE n (a int CHECK (a > 0))                    | n_a_check of a.n is off the convention {table}_{columns}_ok.
                    foreign-key | fk_{table}_{columns}   | ALTER TABLE t ADD CONSTRAINT fk_t_a FOREIGN KEY (a) REFERENCES t |
                    foreign-key | fk_{table}_{columns}   | ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t          | t_a_fkey of a.t is off the convention fk_{table}_{columns}.
                    primary-key | pk_{table}             | CREATE TABLE n (a int CONSTRAINT pk_n PRIMARY KEY)      |
                    primary-key | pk_{table}             | CREATE TABLE "N x" (a int PRIMARY KEY)                  | "N x_pkey" of a."N x" is off the convention pk_{table}.
                    """)
    void followTheConvention(String kind, String pattern, String sql, String message) throws SQLException {
        LintReport report = new LintedFiles(folder)
                .named(kind, pattern)
                .with("a/V1__t.sql", "CREATE TABLE t (id int CONSTRAINT pk_t PRIMARY KEY, a int, b text);\n")
                .with("a/V2__it.sql", sql + ";\n")
                .report();

        assertThat(report.findings())
                .filteredOn(each -> Set.of("naming", "cannot-run").contains(each.code()))
                .extracting(Finding::message)
                .isEqualTo(message == null ? List.of() : List.of(message));
    }
}

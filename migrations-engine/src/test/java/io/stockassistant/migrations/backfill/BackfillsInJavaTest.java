package io.stockassistant.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.problem.ProblemException;
import io.stockassistant.migrations.testing.CompiledModule;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes in the place of D files. */
class BackfillsInJavaTest {

    private static final String TREES = """
            CREATE TABLE tree (id int PRIMARY KEY, word text, done text);
            INSERT INTO tree SELECT i, CASE WHEN i % 100 = 7 THEN 'none' ELSE i::text END FROM generate_series(1, 2000) i;
            """;

    /** Reads the rows of a range, and writes each; what is put into it is line 12 of the source. */
    private static final String WALK = """
            public class D20260101000000__Words implements JavaBackfill {
                @Override public void carryOut(Connection connection, Range range) throws Exception {
                    try (Statement read = connection.createStatement();
                            ResultSet row = read.executeQuery(
                                "SELECT id, word FROM " + range.table() + " WHERE " + range.condition());
                            PreparedStatement write = connection.prepareStatement(
                                "UPDATE tree SET done = coalesce(done, '') || ? WHERE id = ?")) {
                        while (row.next()) {
                            String word = row.getString(2);
            %s
                            write.setString(1, new StringBuilder(word).reverse().toString());
                            write.setInt(2, row.getInt(1));
                            write.executeUpdate();
                        }
                    }
                }
            }
            """;

    private static final String HEADER =
            "@MigrationHeader({\"table: tree\", \"key: id\", \"todo: done IS NULL\", \"batch-size: 150\"})\n";

    @TempDir
    private Path folder;

    private final List<Orchard> planted = new ArrayList<>();

    private Orchard plant(String text) throws SQLException {
        Orchard orchard = new Orchard(new CompiledModule(folder, "farm").java("D20260101000000__Words", text), TREES);
        planted.add(orchard);
        return orchard;
    }

    @AfterEach
    void end() {
        planted.forEach(Orchard::close);
    }

    @Test
    void areCalledForOneRangeAfterTheOther() throws SQLException {
        Orchard orchard = plant(HEADER + WALK.formatted(""));

        BackfillBook book = orchard.run(Orchard.workers(2));

        assertThat(book.state()).isEqualTo(BackfillState.COMPLETE);
        assertThat(book.batches()).isGreaterThan(3);
        assertThat(book.description()).isEqualTo("Words");
        assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE done = reverse(word)"))
                .containsExactly("2000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throw new IllegalStateException("no word"); | 38000 | java.lang.IllegalStateException: no word (D20260101000000__Words.java:12)
            try { sql(connection); } catch (SQLException e) { throw new RuntimeException(e); } | 22P02 | invalid input syntax for type integer: "none"
            try { sql(connection); } catch (SQLException e) { continue; } | 25P02 | current transaction is aborted, commands ignored until end of transaction block
            """)
    void mayFailForARowWhichIsKept(String code, String state, String message) throws SQLException {
        Orchard orchard = plant(HEADER
                + WALK.formatted("if (word.equals(\"none\")) { " + code + " }")
                        .replace("continue;", "break;")
                        .replaceFirst("\\}\\s*$", """
                    static void sql(Connection connection) throws SQLException {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("SELECT 'none'::int");
                        }
                    }
                }
                """));

        BackfillBook book = orchard.run();

        assertThat(book.state()).isEqualTo(BackfillState.FAILED);
        assertThat(book.failures()).isEqualTo(20);
        assertThat(orchard.ask("SELECT count(*) FROM farm.tree WHERE done = reverse(word) AND id % 100 <> 7"))
                .containsExactly("1980");
        assertThat(orchard.ask("SELECT DISTINCT sqlstate FROM migrations.backfill_failure"))
                .containsExactly(state);
        assertThat(orchard.ask("SELECT DISTINCT message FROM migrations.backfill_failure"))
                .containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            connection.commit(); | Refused to a backfill: commit(): a batch is one transaction together with its progress
            connection.createStatement().execute("COMMIT"); | D20260101000000__Words has ended the transaction of its batch: what it wrote may stay
            connection.createStatement().execute("COMMIT; BEGIN"); | D20260101000000__Words has ended the transaction of its batch: what it wrote may stay
            throw new NoClassDefFoundError("org/example/Parser"); | java.lang.NoClassDefFoundError: org/example/Parser
            """)
    void mayNotDoWhatNoRowCanHelp(String code, String message) throws SQLException {
        Orchard orchard = plant(HEADER + WALK.formatted("if (true) { " + code + " }"));

        assertThatThrownBy(() -> orchard.run())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("farm@20260101000000 cannot be carried out: ")
                .hasMessageContaining(message);
        assertThat(orchard.ask("SELECT state || ' ' || message FROM migrations.backfill"))
                .singleElement()
                .asString()
                .startsWith("failed ")
                .contains(message);
    }

    @Test
    void maySayThemselvesWhatIsLeft() throws SQLException {
        Orchard orchard = plant("@MigrationHeader({\"table: tree\", \"key: id\"})\n"
                + WALK.formatted("if (word.equals(\"none\")) { continue; }").replaceFirst("\\}\\s*$", """
                    @Override public Optional<String> findCheck() {
                        return Optional.of("SELECT FROM tree WHERE done IS NULL AND word <> 'none';");
                    }
                }
                """));

        assertThat(orchard.run().state()).isEqualTo(BackfillState.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "key: id"                                    | does not say which table it walks through: '-- table: name'.
            "table: tree", "key: id", "keys: id"         | has the header line 'keys: id', which does not count: it is written 'depends-on: module@version'
            "table: tree", "key: id", "batch-size: many" | has the header line '-- batch-size: many', which is no number from 1 to 1000000.
            """)
    void haveHeaderLinesThatMakeSense(String lines, String message) throws SQLException {
        Orchard orchard = plant("@MigrationHeader({" + lines + "})\n" + WALK.formatted(""));

        assertThatThrownBy(() -> orchard.script())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("db.migration.farm.D20260101000000__Words " + message);
    }
}

package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code lint} says of backfills. */
class LintingBackfillsTest {

    private static final String FILE = "shop/D20260103000000__states.sql";

    @TempDir
    private Path folder;

    private ModelledModules modules;

    @BeforeEach
    void begin() {
        modules = ModelledModules.in(folder);
    }

    @AfterEach
    void end() {
        modules.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id       | state IS NULL  | UPDATE orders SET state = note WHERE id BETWEEN :from AND :to AND :todo   | 0 |
                    id       | state IS NULL  | UPDATE orders SET state = note WHERE id BETWEEN :from AND :to             | 0 | warning [todo-not-asked]
                    id       | state IS NULL  | UPDATE orders SET status = note WHERE id BETWEEN :from AND :to AND :todo  | 3 | column "status" of relation "orders" does not exist
                    id       | status IS NULL | UPDATE orders SET state = note WHERE id BETWEEN :from AND :to AND :todo   | 3 | column "status" does not exist
                    id       | state IS NULL  | UPDATE orders SET state = 1 / id WHERE id BETWEEN :from AND :to AND :todo | 0 |
                    note     | state IS NULL  | UPDATE orders SET state = note WHERE id BETWEEN :from AND :to AND :todo   | 3 | has the key note, which can be NULL
                    """)
    void aStatementIsAskedOfAServer(String key, String todo, String statement, int status, String says) {
        modules.files()
                .write(FILE, "-- table: orders\n-- key: " + key + "\n-- todo: " + todo + "\n" + statement + ";\n");
        Answer answer = modules.shadowed("lint", "shop", "--all");
        assertThat(answer.status()).as(answer.out() + answer.err()).isEqualTo(status);
        if (says == null) {
            assertThat(answer.out() + answer.err()).doesNotContain("D20260103");
        } else {
            assertThat(answer.out() + answer.err()).contains(says).contains("D20260103000000__states.sql");
        }
    }

    @Test
    void itIsLookedAtAtItsPlace() {
        modules.files().write(FILE, """
                        -- table: orders
                        -- key: id
                        UPDATE orders SET note = state WHERE id BETWEEN :from AND :to;
                        """).write("shop/V20260104000000__gone.sql", """
                        -- irreversible: nobody needs it
                        ALTER TABLE shop.orders DROP COLUMN note;
                        """);
        assertThat(modules.shadowed("lint", "shop", "--all").out()).doesNotContain("D20260103");
    }

    @Test
    void oneThatIsCompleteIsNotPending() {
        modules.files().write(FILE, """
                -- table: orders
                -- key: id
                -- todo: state IS NULL
                UPDATE orders SET note = state WHERE id BETWEEN :from AND :to;
                """);
        assertThat(modules.run("upgrade").status()).isZero();
        assertThat(modules.run("lint").out()).doesNotContain("todo-not-asked");
        assertThat(modules.shadowed("lint", "--all").out()).contains("todo-not-asked");
    }
}

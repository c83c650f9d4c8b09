package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.CompiledModule;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} and {@code drift} where some migrations are classes. */
class ProvingMigrationsInJavaTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.shared().newDatabase();
    private CompiledModule shop;

    @BeforeEach
    void write() {
        shop = new AProgramWithClasses(folder, database)
                .shop()
                .sql("V1__people.sql", "CREATE TABLE people (name text NOT NULL);\n")
                .sql("U1__people.sql", "DROP TABLE people;\n")
                .upgrade("V2__First_name", """
                        sql(connection, "ALTER TABLE people ADD first text");
                        sql(connection, "UPDATE people SET first = split_part(name, ' ', 1)");
                        """)
                .undo("U2__First_name", "sql(connection, \"ALTER TABLE people DROP first\");")
                .compile();
    }

    @AfterEach
    void end() {
        database.close();
    }

    private Answer run(String words) throws InterruptedException {
        return new AProgramWithClasses(folder, database)
                .run(words + " --shadow-url postgres://" + database.host() + ":" + database.port() + "/postgres");
    }

    @Test
    void theyAreProvenLikeOthers() throws InterruptedException {
        Answer answer = run("verify --all --with-rows");
        assertThat(answer.status()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out())
                .contains(
                        "  up, down, up  shop@1\n",
                        "  up, down, up  shop@2\n",
                        "  back and up again beside the others: shop (2 steps)\n",
                        "Proved 2 migrations, nothing found.\n");
    }

    @Test
    void whatTheyForgetToTakeBackIsFoundAndTheClassNamed() throws InterruptedException {
        shop.undo("U2__First_name", "sql(connection, \"ALTER TABLE people RENAME first TO given\");")
                .compile();
        Answer answer = run("verify --all");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .contains(
                        "error: undo-differs: After shop@2 has gone up and down",
                        "  added    column shop.people.given\n",
                        "  help: Let db.migration.shop.U2__First_name take back what db.migration.shop.V2__First_name does.\n");
    }

    @Test
    void aValueThatTheyLoseIsListed() throws InterruptedException {
        shop.upgrade("V3__Short", "sql(connection, \"UPDATE people SET name = left(name, 0)\");")
                .undo("U3__Short", "sql(connection, \"SELECT 1\");")
                .compile();
        Answer answer = run("verify --all --with-rows");
        assertThat(answer.out()).as(answer.err()).contains("lost          shop@3 up: 3 values of shop.people.name");
        assertThat(answer.status()).isZero();
    }

    @Test
    void oneThatFailsIsNamedWithWhatItThrew() throws InterruptedException {
        shop.upgrade("V3__Fails", "throw new IllegalStateException(\"no such person\");")
                .compile();
        Answer answer = run("verify");
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.err())
                .contains(
                        "shop@3 failed on its way up, at db.migration.shop.V3__Fails(V3__Fails.java:5): ",
                        "no such person.\n")
                .doesNotContain("\tat ");
    }

    @Test
    void oneWithoutAWayBackIsSaid() throws InterruptedException {
        shop.upgrade("V3__Only", "sql(connection, \"CREATE SEQUENCE counts\");").compile();
        Answer answer = run("verify --all");
        assertThat(answer.out()).as(answer.err()).contains("shop@3: there is no way back");
        assertThat(answer.status()).isZero();
    }

    @Test
    void whatTheyBuiltIsBuiltAgainForDrift() throws Exception {
        assertThat(new AProgramWithClasses(folder, database).run("upgrade").status())
                .isZero();
        assertThat(run("drift").out()).isEqualTo("No drift.\n");
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE shop.people DROP first");
        }
        Answer answer = run("drift");
        assertThat(answer.out()).as(answer.err()).contains("removed  column shop.people.first");
        assertThat(answer.status()).isEqualTo(3);
    }
}

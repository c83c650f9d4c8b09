package io.stockassistant.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.CompiledModule;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands, each in a process of its own, with a module on their class path that has migrations in Java. */
class AModuleWithClassesTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestPostgres.shared().newDatabase();
    private CompiledModule shop;

    @BeforeEach
    void write() throws IOException {
        shop = new AProgramWithClasses(folder, database)
                .shop()
                .sql("V20260101000000__people.sql", "CREATE TABLE people (name text, first text);\n")
                .sql("U20260101000000__people.sql", "DROP TABLE people;\n")
                .upgrade("V20260301000000__Split_names", "sql(connection, \"UPDATE people SET first = name\");")
                .undo("U20260301000000__Split_names", "sql(connection, \"UPDATE people SET first = NULL\");")
                .compile();
        Path sources = Files.createDirectories(folder.resolve("shop/src/main/resources/db/migration/shop"));
        for (String name : List.of("V20260101000000__people.sql", "U20260101000000__people.sql")) {
            Files.copy(folder.resolve("classes/db/migration/shop").resolve(name), sources.resolve(name));
        }
    }

    @AfterEach
    void end() {
        database.close();
    }

    private Answer run(Map<String, String> environment, String words) throws InterruptedException {
        return new AProgramWithClasses(folder, database).run(environment, words);
    }

    private Answer run(String words) throws InterruptedException {
        return run(Map.of(), words);
    }

    @Test
    void isPlannedShownAndRun() throws InterruptedException {
        assertThat(run("plan shop").out()).contains("up  shop@20260301000000  Split names  yes               pending");
        Answer shown = run("show shop@20260301000000");
        assertThat(shown.out())
                .contains("checksum    none", "Java: the class db.migration.shop.V20260301000000__Split_names")
                .contains("Java: the class db.migration.shop.U20260301000000__Split_names");
        assertThat(run("show shop@20260301000000 --output json")
                        .json()
                        .at("/upgrade/class")
                        .asString())
                .isEqualTo("db.migration.shop.V20260301000000__Split_names");
        assertThat(run("upgrade shop").status()).isZero();
        assertThat(run("validate").status()).isZero();
        assertThat(run("history shop").out()).contains("20260301000000  Split names  applied");
        assertThat(run("current").out()).contains("20260301000000");
        assertThat(run("downgrade shop@20260101000000").status()).isZero();
    }

    @Test
    void runsABackfill() throws InterruptedException {
        shop.java("D20260302000000__Last_names", """
                @MigrationHeader({"table: people", "key: name", "todo: first IS NULL"})
                public class D20260302000000__Last_names implements JavaBackfill {
                    @Override public void carryOut(Connection connection, Range range) throws Exception {
                        try (Statement update = connection.createStatement()) {
                            update.execute("UPDATE " + range.table() + " SET first = 'x' WHERE " + range.condition());
                        }
                    }
                }
                """)
                .sql("V20260302000001__key.sql", "ALTER TABLE people ADD PRIMARY KEY (name);\n")
                .compile();
        assertThat(run("validate").status()).isZero();
        assertThat(run("upgrade shop@20260301000000").status()).isZero();

        Answer refused = run("backfill run shop");

        assertThat(refused.err())
                .contains("error: invalid-backfill: shop@20260302000000 has the key name, which can be NULL");
        shop.delete("V20260302000001__key.sql")
                .sql("V20260301000001__key.sql", "ALTER TABLE people ADD PRIMARY KEY (name);\n");
        Answer upgraded = run("upgrade shop --with-backfills");
        assertThat(upgraded.err()).isEmpty();
        assertThat(run("backfill list").out()).contains("shop@20260302000000  Last names   complete");
    }

    /** A module without classes pays nothing for those of others. */
    @Test
    void aloneLoadsFlywaysInterface() throws InterruptedException, IOException {
        assertThat(loadsJavaMigration()).isTrue();
        shop.delete("V20260301000000__Split_names.class").delete("U20260301000000__Split_names.class");
        assertThat(loadsJavaMigration()).isFalse();
    }

    private boolean loadsJavaMigration() throws InterruptedException, IOException {
        Path log = folder.resolve("classes.log");
        assertThat(run(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), "upgrade shop@20260101000000")
                        .status())
                .isZero();
        assertThat(log).content().contains("io.stockassistant.migrations.script.ModuleFiles");
        return Files.readString(log).contains("org.flywaydb.core.api.migration.");
    }

    @Test
    void cannotBeWrittenAsSql() throws InterruptedException {
        Answer answer = run("upgrade --sql shop@base:shop");
        assertThat(answer.status()).isEqualTo(6);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("error: java-migration: What a class does cannot be written as SQL: shop@20260301000000"
                        + " (db.migration.shop.V20260301000000__Split_names).");
        assertThat(run("upgrade --sql shop@base:shop@20260101000000").status()).isZero();
    }

    @Test
    void isHeldToTheValuesThatAnApprovedPlanWasMadeWith() throws InterruptedException {
        Path plan = folder.resolve("plan.json");
        assertThat(run("plan shop -o " + plan + " --placeholder region=EU").status())
                .isZero();
        Answer other = run("upgrade --plan " + plan + " --placeholder region=US");
        assertThat(other.status()).as(other.err()).isEqualTo(6);
        assertThat(other.err()).contains("error: plan-outdated:", "Split_names.class have other values");
        assertThat(run("upgrade --plan " + plan + " --placeholder region=EU").status())
                .isZero();
    }

    @Test
    void isNotUndoneInProductionWithoutConsent() throws InterruptedException {
        run("upgrade shop");
        Map<String, String> production = Map.of("MIGRATIONS_ENVIRONMENT", "prod");
        Answer refused = run(production, "downgrade shop@20260101000000 --allow-downgrade");
        assertThat(refused.status()).isEqualTo(6);
        assertThat(refused.err())
                .contains("error: data-loss:", "db.migration.shop.U20260301000000__Split_names", "--allow-data-loss");
        assertThat(run(production, "downgrade shop@20260101000000 --allow-downgrade --allow-data-loss")
                        .status())
                .isZero();
    }

    @Test
    void saysWhereItFails() throws InterruptedException, IOException {
        shop.upgrade("V20260401000000__Fails", "throw new IllegalStateException(\"no such person\");")
                .compile();
        Answer answer = run("upgrade shop --log-level debug --log-file " + folder.resolve("run.log"));
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.err())
                .contains("shop@20260401000000 failed at"
                        + " db.migration.shop.V20260401000000__Fails(V20260401000000__Fails.java:5):"
                        + " java.lang.IllegalStateException: no such person")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("run.log"))
                .content()
                .contains("\tat db.migration.shop.V20260401000000__Fails.migrate");
    }

    @Test
    void isCountedByRevisionAndNotRenamedByRebase() throws InterruptedException, IOException {
        assertThat(run("revision -m shop later --output json").status()).isZero();
        assertThat(folder.resolve("shop/src/main/resources/db/migration/shop/HEAD"))
                .exists();
        try (Stream<Path> written = Files.list(folder.resolve("shop/src/main/resources/db/migration/shop"))) {
            for (Path each :
                    written.filter(file -> file.toString().contains("later")).toList()) {
                Files.copy(each, folder.resolve("classes/db/migration/shop").resolve(each.getFileName()));
            }
        }
        run("upgrade shop@20260101000000");
        shop.delete("V20260301000000__Split_names.class").delete("U20260301000000__Split_names.class");
        run("stamp shop@head");
        shop.upgrade("V20260301000000__Split_names", "").compile();
        Answer answer = run("rebase shop");
        assertThat(answer.status()).as(answer.err()).isEqualTo(6);
        assertThat(answer.err())
                .contains(
                        "error: java-migration: shop@20260301000000 is a class, and a class is renamed in its source.")
                .contains("Rename db.migration.shop.V20260301000000__Split_names to V");
    }
}

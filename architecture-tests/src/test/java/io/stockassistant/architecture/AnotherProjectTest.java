package io.stockassistant.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

final class AnotherProjectTest {

    private final Shop shop;

    AnotherProjectTest(@TempDir Path folder) throws IOException {
        shop = Shop.in(folder);
    }

    @Test
    void keepsAllRules() throws Exception {
        assertThatAllRulesAreKept(shop.compiled().tested());
    }

    @Test
    void keepsAllRulesInJars() throws Exception {
        assertThatAllRulesAreKept(shop.packed().tested());
    }

    private static void assertThatAllRulesAreKept(TestExecutionSummary summary) {
        assertThat(failures(summary)).isEmpty();
        assertThat(summary.getTestsSucceededCount())
                .isEqualTo(ModuleRules.list().size());
    }

    @Test
    void hearsWhoBreaksARule() throws Exception {
        shop.write("catalog/com/example/shop/catalog/product/Prices.java", """
                package com.example.shop.catalog.product;

                record Prices(java.sql.Connection connection) {}
                """);

        assertThat(failures(shop.compiled().tested()))
                .singleElement()
                .asString()
                .contains("domain-knows-nothing", "com.example.shop.catalog.product.Prices")
                .satisfies(message -> assertThat(guide()).contains(message));
    }

    @Test
    void hearsOfAMigrationInTheFolderOfAnotherModule() throws Exception {
        shop.write("catalog/db/migration/orders/V20260303000000__mine.sql", "SELECT 1;");

        assertThat(failures(shop.compiled().tested()))
                .singleElement()
                .asString()
                .contains("migrations-in-their-own-location", "db/migration/orders/V20260303000000__mine.sql");
    }

    @Test
    void hearsOfAMigrationInTheJarOfAnotherModule() throws Exception {
        shop.write("catalog/db/migration/orders/V20260303000000__mine.sql", "SELECT 1;");

        assertThat(failures(shop.packed().tested()))
                .singleElement()
                .asString()
                .contains("db/migration/orders/V20260303000000__mine.sql", "catalog.jar");
    }

    @Test
    void isToldWhenThereIsNothingToCheck() {
        assertThatThrownBy(() -> Codebase.below("com.example.elsewhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no class below com.example.elsewhere");
    }

    @Test
    void isToldWhenThereIsNoModule() {
        assertThatThrownBy(() -> Codebase.below("io.stockassistant.migrations"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no module below io.stockassistant.migrations");
    }

    @Test
    void findsItsTestInTheGuide() throws IOException {
        assertThat(guide())
                .contains(Files.readString(Shop.SOURCES.resolve("tests/com/example/shop/ArchitectureTest.java")));
    }

    @Test
    void findsAllRulesInTheGuide() throws IOException {
        assertThat(guide())
                .contains(ModuleRules.list().stream()
                        .map(rule -> "| `" + rule.name() + "` | " + rule.sentence() + " |")
                        .toList());
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("..", "docs", "guides", "check-architecture.md"));
    }

    private static List<String> failures(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure -> failure.getException().getMessage())
                .toList();
    }
}

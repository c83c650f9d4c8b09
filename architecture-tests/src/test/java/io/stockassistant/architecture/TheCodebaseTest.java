package io.stockassistant.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TheCodebaseTest {

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheRule(Rule rule) {
        rule.verify(StockAssistant.code());
    }

    static List<Rule> rules() {
        return StockAssistant.rules();
    }

    /** A rule about a package that does not exist is always kept. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared.config",
                "shared.migration",
                "dataengineering.bulk",
                "dataengineering.stock",
                "dataengineering.stock.application",
                "dataengineering.stock.persistence",
                "identityaccess.user.bcrypt",
                "llmplatform.encryption",
                "llmplatform.model.json",
                "migrations.cli",
                "migrations.flyway",
                "migrations.plan",
                "migrations.script"
            })
    void hasThePackagesThatTheRulesSpeakOf(String name) {
        assertThat(StockAssistant.code().classes().containPackage("io.stockassistant." + name))
                .isTrue();
    }

    @Test
    void hasTheModulesThatTheRulesAreMadeFrom() {
        assertThat(StockAssistant.code().territories())
                .extracting(Territory::name)
                .containsExactlyInAnyOrder("data-engineering", "llm-platform", "identity-access");
    }
}

package com.example.shop;

import io.stockassistant.architecture.Codebase;
import io.stockassistant.architecture.ModuleRules;
import io.stockassistant.architecture.Rule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {

    private static final Codebase SHOP = Codebase.below("com.example.shop");

    @ParameterizedTest
    @MethodSource("rules")
    void theShopKeepsTheRule(Rule rule) {
        rule.verify(SHOP);
    }

    static List<Rule> rules() {
        return ModuleRules.list();
    }
}

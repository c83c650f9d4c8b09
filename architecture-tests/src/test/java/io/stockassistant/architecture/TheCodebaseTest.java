package io.stockassistant.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import io.stockassistant.shared.migration.MigrationModule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TheCodebaseTest {

    private static final List<MigrationModule> MODULES = Codebase.modules();

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheRule(ArchRule rule) {
        rule.check(Codebase.classes());
    }

    static Stream<Named<ArchRule>> rules() {
        ModuleBoundaries boundaries = new ModuleBoundaries(MODULES);
        return Stream.concat(
                        MODULES.stream().map(boundaries::ofModule),
                        Stream.of(
                                boundaries.ofEngine(),
                                Rules.SHARED_KNOWS_NOBODY,
                                Rules.ONLY_FLYWAY_USES_FLYWAY,
                                Rules.NOBODY_USES_THE_COMMAND_LINE,
                                Rules.PLAN_IS_PURE,
                                Rules.SCRIPT_IS_PURE,
                                Rules.PACKAGES_ARE_NULL_MARKED))
                .map(rule -> Named.of(rule.getDescription(), rule));
    }

    /** A rule about a package that does not exist is always kept. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared.migration",
                "dataengineering",
                "llmplatform",
                "identityaccess",
                "migrations.cli",
                "migrations.flyway",
                "migrations.plan",
                "migrations.script"
            })
    void hasThePackagesThatTheRulesSpeakOf(String name) {
        assertThat(Codebase.classes().containPackage(Codebase.ROOT + "." + name))
                .isTrue();
    }

    @Test
    void hasTheModulesThatTheRulesAreMadeFrom() {
        assertThat(MODULES)
                .extracting(MigrationModule::name)
                .contains("data-engineering", "llm-platform", "identity-access");
    }
}

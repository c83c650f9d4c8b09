package io.stockassistant.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.stockassistant.architecture.fixture.boundaries.alpha.AlphaModule;
import io.stockassistant.architecture.fixture.boundaries.beta.BetaModule;
import io.stockassistant.architecture.fixture.boundaries.delta.DeltaModule;
import io.stockassistant.architecture.fixture.boundaries.gamma.GammaModule;
import io.stockassistant.shared.migration.MigrationModule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ARuleTest {

    private static final MigrationModule ALPHA = new AlphaModule();
    private static final MigrationModule GAMMA = new GammaModule();
    private static final MigrationModule DELTA = new DeltaModule();
    private static final ModuleBoundaries BOUNDARIES =
            new ModuleBoundaries(List.of(ALPHA, new BetaModule(), GAMMA, DELTA));

    private static final JavaClasses MODULES = fixture("boundaries");
    private static final JavaClasses ENGINE = fixture("migrations");

    @ParameterizedTest(name = "{2}")
    @MethodSource("brokenRules")
    void findsTheClassesThatBreakIt(ArchRule rule, JavaClasses classes, List<String> culprits) {
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.getDescription())
                .message()
                .contains(culprits);
        assertThat(rule.evaluate(classes).getFailureReport().getDetails())
                .as("nobody else is accused")
                .allMatch(detail -> culprits.stream().anyMatch(detail::contains));
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                arguments(BOUNDARIES.ofModule(ALPHA), MODULES, List.of("alpha.UsesBeta", "alpha.CallsTheEngine")),
                arguments(BOUNDARIES.ofEngine(), ENGINE, List.of("apply.KnowsAModule")),
                arguments(Rules.SHARED_KNOWS_NOBODY, fixture("shared"), List.of("shared.KnowsAModule")),
                arguments(Rules.ONLY_FLYWAY_USES_FLYWAY, ENGINE, List.of("apply.UsesFlyway")),
                arguments(Rules.NOBODY_USES_THE_COMMAND_LINE, ENGINE, List.of("apply.CallsTheCommandLine")),
                arguments(Rules.PLAN_IS_PURE, ENGINE, List.of("plan.AsksTheDatabase")),
                arguments(Rules.SCRIPT_IS_PURE, ENGINE, List.of("script.UsesTheDriver")),
                arguments(
                        Rules.PACKAGES_ARE_NULL_MARKED,
                        fixture("unmarked", "shared"),
                        List.of("unmarked.SaysNothingAboutNull")));
    }

    @ParameterizedTest
    @MethodSource("declaredDependencies")
    void allowsWhatIsDeclaredHoweverFarAway(MigrationModule module) {
        BOUNDARIES.ofModule(module).check(MODULES);
    }

    static List<MigrationModule> declaredDependencies() {
        return List.of(GAMMA, DELTA);
    }

    /** The code below some of the packages of {@code fixture}. */
    private static JavaClasses fixture(String... names) {
        return new ClassFileImporter()
                .importPackages(Stream.of(names)
                        .map(name -> Codebase.ROOT + ".architecture.fixture." + name)
                        .toList());
    }
}

package io.stockassistant.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that nothing breaks is decoration. */
final class ARuleTest {

    @ParameterizedTest
    @MethodSource("rules")
    void namesEverybodyWhoBreaksIt(Rule rule) {
        assertThatThrownBy(() -> rule.verify(BrokenProject.code()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(rule.name(), rule.sentence(), rule.reason())
                .message()
                .contains(BrokenProject.listCulprits(rule.name()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void accusesNobodyElse(Rule rule) {
        List<String> culprits = BrokenProject.listCulprits(rule.name());

        assertThat(rule.listViolations(BrokenProject.code()))
                .allMatch(violation -> culprits.stream().anyMatch(violation::contains));
    }

    static List<Rule> rules() {
        return StockAssistant.rules();
    }

    @Test
    void hasAFixture() {
        assertThat(BrokenProject.listRulesWithoutFixture(StockAssistant.rules()))
                .as("rules that no class of the fixtures is marked to break, with @Breaks")
                .isEmpty();
    }

    @Test
    void isFoundWhenItHasNoFixture() {
        Rule unbroken = new Rule("nothing-breaks-it", "all is well", "nobody has looked", code -> List.of());

        assertThat(BrokenProject.listRulesWithoutFixture(
                        List.of(StockAssistant.rules().get(0), unbroken)))
                .containsExactly("nothing-breaks-it");
    }

    @Test
    void isOneThatExistsWhereAFixtureBreaksIt() {
        assertThat(StockAssistant.rules()).extracting(Rule::name).containsAll(BrokenProject.listBrokenRules());
    }

    @Test
    void hasANameOfItsOwn() {
        assertThat(StockAssistant.rules()).extracting(Rule::name).doesNotHaveDuplicates();
    }
}

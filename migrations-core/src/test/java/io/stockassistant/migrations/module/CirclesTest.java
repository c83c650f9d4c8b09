package io.stockassistant.migrations.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Circles in graphs of any shape and length. */
class CirclesTest {

    @Test
    void aChainOfTenThousandNeedsNoDeepStack() {
        assertThat(Circles.find(0, each -> each < 10_000 ? Set.of(each + 1) : Set.of(), new HashSet<>()))
                .isEmpty();
    }

    @Test
    void aCircleOfTenThousandIsFoundWhole() {
        List<Integer> circle = Circles.find(0, each -> Set.of((each + 1) % 10_000), new HashSet<>())
                .orElseThrow();

        assertThat(circle).hasSize(10_001).startsWith(0, 1, 2).endsWith(9_999, 0);
    }

    @Test
    void theWayIntoACircleIsNotPartOfIt() {
        assertThat(find("in", Map.of("in", List.of("a"), "a", List.of("b"), "b", List.of("c"), "c", List.of("a"))))
                .containsExactly("a", "b", "c", "a");
    }

    @Test
    void twoWaysToOnePlaceAreNoCircle() {
        assertThat(find("a", Map.of("a", List.of("b", "c"), "b", List.of("d"), "c", List.of("d"))))
                .isEmpty();
    }

    @Test
    void aCircleBehindADeadEndIsFound() {
        assertThat(find("a", Map.of("a", List.of("b", "c"), "c", List.of("a")))).containsExactly("a", "c", "a");
    }

    @Test
    void aCircleIsReportedOnce() {
        Map<String, List<String>> graph = Map.of("a", List.of("b"), "b", List.of("a"));
        Set<String> done = new HashSet<>();

        assertThat(Circles.find("a", each -> graph.getOrDefault(each, List.of()), done))
                .isPresent();
        assertThat(Circles.find("b", each -> graph.getOrDefault(each, List.of()), done))
                .isEmpty();
    }

    private static List<String> find(String start, Map<String, List<String>> graph) {
        return Circles.find(start, each -> graph.getOrDefault(each, List.of()), new HashSet<>())
                .orElse(List.of());
    }
}

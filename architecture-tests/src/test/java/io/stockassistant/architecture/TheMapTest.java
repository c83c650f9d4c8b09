package io.stockassistant.architecture;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md has a line a room: its name, an arrow, and what it may know. */
final class TheMapTest {

    private static final Pattern LINE = Pattern.compile("(?m)^([a-z.]+) +→(.*)$");

    @Test
    void isTheOneThatIsDrawn() throws IOException {
        assertThat(drawn()).isEqualTo(RoomsMap.all());
    }

    @Test
    void letsCoreKnowNothingOfTheEngine() {
        assertThat(RoomsMap.CORE.values())
                .allSatisfy(known -> assertThat(known).doesNotContainAnyElementsOf(RoomsMap.ENGINE.keySet()));
    }

    @Test
    void hasEveryRoom() {
        assertThat(StockAssistant.code().classes().stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith("io.stockassistant.migrations."))
                        .map(name -> name.substring("io.stockassistant.migrations.".length())))
                .isSubsetOf(RoomsMap.all().keySet());
    }

    private static Map<String, Set<String>> drawn() throws IOException {
        Map<String, Set<String>> map = new TreeMap<>();
        Matcher lines = LINE.matcher(Files.readString(Path.of("..", "ARCHITECTURE.md")));
        while (lines.find()) {
            map.put(
                    lines.group(1),
                    Stream.of(lines.group(2).split(" ", -1))
                            .filter(not(String::isBlank))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return map;
    }
}

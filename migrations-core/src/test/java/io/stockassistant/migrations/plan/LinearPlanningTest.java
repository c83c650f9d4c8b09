package io.stockassistant.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The work of planning grows with the number of files and no faster: counts, not clocks. */
class LinearPlanningTest {

    private static final int FILES = 5_000;

    private final String versions = IntStream.range(0, FILES)
            .mapToObj(day -> LocalDate.of(2010, 1, 1).plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE))
            .collect(Collectors.joining(" "));

    @Test
    void anUpgradeOpensEachFileAtMostOnceAndNoUFile() {
        Tree tree = Tree.of("data: " + versions);
        Planner planner = new Planner(tree.migrations());

        assertThat(planner.upgrade(tree.histories(), List.of(), false).steps()).hasSize(FILES);
        assertThat(planner.upgrade(tree.histories(), List.of(Target.parse("+7")), false)
                        .steps())
                .hasSize(7);
        assertThat(tree.reads()).hasSize(FILES).allSatisfy((path, reads) -> {
            assertThat(path).contains("/V");
            assertThat(reads).isEqualTo(1);
        });
    }

    @Test
    void listingOpensNoFile() {
        assertThat(Tree.of("data: " + versions).reads()).isEmpty();
    }

    @Test
    void anUpToDateDatabaseAndADowngradeOpenEachFileAtMostOnce() {
        Tree tree = Tree.of("data: " + versions + "\n@data: " + versions);
        Planner planner = new Planner(tree.migrations());

        assertThat(planner.upgrade(tree.histories(), List.of(), false).steps()).isEmpty();
        assertThat(planner.downgrade(tree.histories(), Target.parse("base"), false)
                        .steps())
                .hasSize(FILES);
        assertThat(tree.reads())
                .hasSize(2 * FILES)
                .allSatisfy((path, reads) -> assertThat(reads).as(path).isEqualTo(1));
    }
}

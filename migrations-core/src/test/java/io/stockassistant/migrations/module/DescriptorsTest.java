package io.stockassistant.migrations.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stockassistant.migrations.problem.Problem;
import io.stockassistant.migrations.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What descriptors say about each other: order, and everything that can be wrong, in one pass. */
class DescriptorsTest {

    /**
     * A row.
     *
     * @param modules {@code name[@schema[.history]][<dependency+dependency]}, with spaces between
     * @param expected names in order; or {@code !}, codes, and words of the messages after a colon
     */
    record Row(String modules, String expected) {}

    static List<Row> rows() {
        return List.of(
                new Row("b a c", "a b c"),
                new Row("a<b b", "b a"),
                new Row("a<c b c<b", "b c a"),
                new Row("d<b+c b<a c<a a", "a b c d"),
                new Row("a a", "!duplicate-module: called a / filesystem:a"),
                new Row("a@x b@x", "!history-collision: modules a and b / x.history"),
                new Row("a@x.one b@x.two", "a b"),
                new Row("a<b", "!unknown-dependency: 'b' / modules are: a"),
                new Row("a<a", "!module-cycle: a -> a"),
                new Row("a<b b<a", "!module-cycle: a -> b -> a"),
                new Row("a<b b<c c<a d<c", "!module-cycle: a -> b -> c -> a"),
                new Row("a<b b<a c<d d<c", "!module-cycle module-cycle: a -> b -> a / c -> d -> c"),
                new Row("a|b", "!invalid-module: 'a|b'"),
                new Row("-a", "!invalid-module: '-a'"),
                new Row("a@" + "x".repeat(64), "!invalid-module invalid-module: 63 bytes"),
                new Row("a@" + "x".repeat(63), "a"),
                new Row("a@" + "ü".repeat(32), "!invalid-module invalid-module"),
                new Row(
                        "x|y a a b@a c<b+nosuch b2<c c2<c2",
                        "!invalid-module duplicate-module history-collision unknown-dependency module-cycle:"
                                + " 'nosuch' / c2 -> c2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void areCheckedAndOrdered(Row row) {
        List<Module> modules = modules(row.modules());
        if (!row.expected().startsWith("!")) {
            assertThat(names(Modules.of(modules))).isEqualTo(row.expected());
            return;
        }
        List<Problem> problems = catchThrowableOfType(ProblemException.class, () -> Modules.of(modules))
                .problems();
        String[] parts = row.expected().split(": ", 2);
        assertThat("!" + problems.stream().map(each -> each.code().word()).collect(Collectors.joining(" ")))
                .as(problems.toString())
                .isEqualTo(parts[0]);
        if (parts.length > 1) {
            assertThat(problems.toString()).contains(parts[1].split(" / ", -1));
        }
    }

    @Test
    void aFolderBelowThatOfAnotherModuleIsNoPlaceForOne() {
        Module outer = new Module(
                "outer", "outer", new HistoryTable("outer", "h"), Set.of(), new FolderLocation(Path.of("db")));
        Module inner = new Module(
                "inner", "inner", new HistoryTable("inner", "h"), Set.of(), new FolderLocation(Path.of("db/inner")));
        Module beside = new Module(
                "beside", "beside", new HistoryTable("beside", "h"), Set.of(), new FolderLocation(Path.of("db2")));

        List<Problem> problems = catchThrowableOfType(
                        ProblemException.class, () -> Modules.of(List.of(beside, inner, outer)))
                .problems();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message())
                .isEqualTo("The files of module inner lie among those of outer: filesystem:db/inner is a folder below"
                        + " filesystem:db.");
    }

    @Test
    void theOrderDoesNotDependOnWhereModulesWereFound() {
        List<Module> modules = modules("a b<a c<a d<b+c e f<e g<a h<g");
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            List<Module> shuffled = new ArrayList<>(modules);
            Collections.shuffle(shuffled, random);
            assertThat(names(Modules.of(shuffled))).isEqualTo("a b c d e f g h");
        }
    }

    @Test
    void dependenciesAreTransitiveAndComeInOrder() {
        Modules modules = Modules.of(modules("a b<a c<b d<z+c z"));

        assertThat(modules.dependenciesOf("d")).containsExactly("a", "b", "c", "z");
        assertThat(modules.dependenciesOf("a")).isEmpty();
    }

    @Test
    void anUnknownModuleIsNamedTogetherWithThoseThatThereAre() {
        Modules modules = Modules.of(modules("a b"));

        assertThat(catchThrowableOfType(ProblemException.class, () -> modules.get("c")))
                .hasMessageContaining("no module 'c'")
                .hasMessageContaining("a, b");
    }

    private static String names(Modules modules) {
        return modules.list().stream().map(Module::name).collect(Collectors.joining(" "));
    }

    private static List<Module> modules(String text) {
        List<Module> modules = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            String[] parts = word.split("<", 2);
            String[] name = parts[0].split("@", 2);
            String[] place = (name.length == 1 ? name[0] : name[1]).split("\\.", 2);
            modules.add(new Module(
                    name[0],
                    place[0],
                    new HistoryTable(place[0], place.length == 1 ? "history" : place[1]),
                    parts.length == 1 ? Set.of() : Set.of(parts[1].split("\\+", -1)),
                    new FolderLocation(Path.of(name[0]))));
        }
        return modules;
    }
}

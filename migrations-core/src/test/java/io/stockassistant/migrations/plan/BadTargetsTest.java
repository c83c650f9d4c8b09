package io.stockassistant.migrations.plan;

import static io.stockassistant.migrations.plan.PlanCase.row;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that mean nothing, or nothing there. */
class BadTargetsTest {

    private static final String TREE = """
            data: 20260101 20260102 20260103
            llm < data: 20260101
            @data: 20260101 20260102 20260103
            """;
    private static final String PENDING = "data: 1 2 3";

    static List<PlanCase> rows() {
        return List.of(
                row("unknown module", TREE, "up nosuch", "!unknown-module: 'nosuch' / data, llm"),
                row("unknown module, down", TREE, "down nosuch", "!unknown-module: 'nosuch' / data, llm"),
                row("unknown module of a version", TREE, "up nosuch@1", "!unknown-module: 'nosuch'"),
                row("unknown module of steps", TREE, "down nosuch@-1", "!unknown-module: 'nosuch'"),
                row("unknown module of an end", TREE, "down nosuch@base", "!unknown-module: 'nosuch'"),
                row("unknown module of a head", TREE, "up nosuch@head", "!unknown-module: 'nosuch'"),
                row("unknown version", TREE, "up 2027", "!unknown-revision: '2027' / data@20260103"),
                row("unknown version of a module", TREE, "up llm@2027", "!unknown-revision: llm@2027 / llm@20260101"),
                row("unknown version, down", TREE, "down data@2027", "!unknown-revision: data@2027"),
                row(
                        "ambiguous beginning in a module",
                        TREE,
                        "up data@2026",
                        "!ambiguous-revision: data@20260101, data@20260102, data@20260103"),
                row(
                        "a version of two modules",
                        TREE,
                        "up 20260101",
                        "!ambiguous-revision: data@20260101, llm@20260101"),
                row(
                        "many candidates are counted",
                        "data: 11 12 13 14 15 16 17 18 19 110 111 112",
                        "up data@1",
                        "!ambiguous-revision: data@112 and 2 more"),
                row("-5 with three applied", TREE, "down -5", "!invalid-target: -5 / only 3 are applied"),
                row(
                        "-2 in a module with none applied",
                        TREE,
                        "down llm@-2",
                        "!invalid-target: nothing is applied of llm"),
                row("+5 with three pending", PENDING, "up +5", "!invalid-target: +5 / only 3 are pending"),
                row("+2 with one pending", "data: 1", "up +2", "!invalid-target: only 1 is pending"),
                row(
                        "+1 with nothing pending",
                        "data: 1\n@data: 1",
                        "up data@+1",
                        "!invalid-target: nothing is pending"),
                row(
                        "down to something ahead",
                        "data: 1 2\n@data: 1",
                        "down data@2",
                        "!not-a-downgrade-target: data@2 is not applied / migrations upgrade data@2"),
                row(
                        "down to a head that is ahead",
                        "data: 1 2\n@data: 1",
                        "down data@head",
                        "!not-a-downgrade-target: data@2"),
                row(
                        "down to heads that are ahead",
                        "data: 1 2\n@data: 1",
                        "down heads",
                        "!not-a-downgrade-target: data@2"),
                row("down to a module", TREE, "down data", "!invalid-target: data@-1 / data@base"),
                row("down by +1", TREE, "down +1", "!invalid-target: upgrade +1"),
                row("up by -1", TREE, "up -1", "!invalid-target: downgrade"),
                row("up to base", TREE, "up base", "!invalid-target: downgrade base"),
                row("up to the base of a module", TREE, "up data@base", "!invalid-target: downgrade"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void areExplained(PlanCase each) {
        each.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@1", "data@", "+0", "-0", "+x", "--1", "data@+", "data@-0", "+1234567"})
    void withoutAFormAreRefused(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is not a target");
    }
}

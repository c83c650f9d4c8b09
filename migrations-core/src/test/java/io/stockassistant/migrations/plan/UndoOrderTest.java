package io.stockassistant.migrations.plan;

import static io.stockassistant.migrations.plan.PlanCase.row;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a downgrade takes back, in which order, and when it refuses. */
class UndoOrderTest {

    private static final String DATED = """
            data: 20260101 20260301
            llm < data: 20260201 20260401
            @data: 20260101 20260301
            @llm: 20260201 20260401
            """;
    private static final String NAMED = """
            data: 1 2
            llm < data: 1(data@2) 2
            @data: 1 2
            @llm: 1 2
            """;

    static List<PlanCase> rows() {
        return List.of(
                row("successors go first", "data: 1 2 3\n@data: 1 2 3", "down data@1", "data@3 data@2"),
                row(
                        "by version, not in the order of the rows",
                        "data: 1 2 3\n@data: 3 1 2",
                        "down data@base",
                        "data@3 data@2 data@1"),
                row("age alone forces nothing", DATED, "down data@base", "data@20260301 data@20260101"),
                row(
                        "base takes back all, in the reverse of their order",
                        DATED,
                        "down base",
                        "llm@20260401 data@20260301 llm@20260201 data@20260101"),
                row("-n counts steps of the whole plan", DATED, "down -2", "llm@20260401 data@20260301"),
                row("MODULE@-n counts in the module", DATED, "down data@-1", "data@20260301"),
                row("a version of one module", DATED, "down 20260201", "llm@20260401"),
                row("the current one takes back nothing", DATED, "down llm@20260401", ""),
                row("the head of a module that is there takes back nothing", DATED, "down llm@head", ""),
                row("head takes back nothing when all is there", DATED, "down head", ""),
                row(
                        "what names it in a header goes first, with its successors",
                        NAMED,
                        "down data@1 --cascade",
                        "llm@2 llm@1 data@2"),
                row(
                        "but only when that is allowed",
                        NAMED,
                        "down data@1",
                        "!cascade-required: llm@2, llm@1 / --cascade"),
                row("base of all names all modules", NAMED, "down base", "llm@2 llm@1 data@2 data@1"),
                row("-n names all modules", NAMED, "down -3", "llm@2 llm@1 data@2"),
                row(
                        "a header dependent of a successor goes too",
                        "data: 1 2\nllm < data: 1(data@2)\n@data: 1 2\n@llm: 1",
                        "down data@base --cascade",
                        "llm@1 data@2 data@1"),
                row(
                        "a dependent that is not applied does not matter",
                        "data: 1 2\nllm < data: 1(data@2)\n@data: 1 2",
                        "down data@1",
                        "data@2"),
                row(
                        "an older dependent is found by its header",
                        "data: 1 2\nllm < data: 1(data@01.0)\n@data: 1\n@llm: 1",
                        "down data@base --cascade",
                        "llm@1 data@1"),
                row("nothing applied, nothing to take back", "data: 1", "down base", ""),
                row(
                        "no way back without a U file",
                        "data: 1 2!\n@data: 1 2",
                        "down data@1",
                        "!irreversible: data@2 / U2__step.sql"),
                row(
                        "nor with a U file that says so",
                        "data: 1 2~\n@data: 1 2",
                        "down data@1",
                        "!irreversible: the rows are gone"),
                row(
                        "all that stands in the way is said at once",
                        "data: 1! 2 3\nllm < data: 1(data@3)!\n@data: 1 2 3 4\n@llm: 1",
                        "down data@base",
                        "!missing-file cascade-required irreversible irreversible: data@4 / llm@1 / data@1"),
                row("a U file that is not needed may say so", "data: 1~ 2\n@data: 1 2", "down -1", "data@2"),
                row(
                        "a missing file above the target",
                        "data: 1 3\n@data: 1 2 3",
                        "down data@1",
                        "!missing-file: data@2"),
                row(
                        "a missing file at the top is not passed over",
                        "data: 1 2\n@data: 1 2 3",
                        "down -1",
                        "!missing-file: data@3"),
                row(
                        "nor is one in another module that was written later",
                        "a: 20260101\nb: 20260102 20260103\n@a: 20260101 20260201\n@b: 20260102 20260103",
                        "down -1",
                        "!missing-file: a@20260201"),
                row("missing files count as steps", "data: 1\n@data: 1 2", "down data@-2", "!missing-file: data@2"),
                row("a missing file below is not in the way", "data: 2\n@data: 1 2", "down data@-1", "data@2"),
                row("and is in the way of base", "data: 2\n@data: 1 2", "down base", "!missing-file: data@1"),
                row(
                        "an edited one goes with a warning",
                        "data: 1 2\n@data: 1 2#",
                        "down -1",
                        "data@2 ? has been edited / by its U file as that is now"),
                row(
                        "a failed one must be repaired first",
                        "data: 1 2\n@data: 1 2x",
                        "down -1",
                        "!failed-migration: upgrade to data@2 / repair"),
                row(
                        "an interrupted downgrade too",
                        "data: 1 2\n@data: 1 <2",
                        "down -1",
                        "!failed-migration: downgrade of data@2 / U file / repair"),
                row("down to a baseline", "data: 1 2 3\n@data: ^2 3", "down data@2", "data@3"),
                row(
                        "base is below a baseline",
                        "data: 1 2 3\n@data: ^2 3",
                        "down data@base",
                        "!not-a-downgrade-target: data stands on a baseline at 2"),
                row(
                        "below a baseline there is nothing",
                        "data: 1 2 3\n@data: ^2 3",
                        "down data@1",
                        "!not-a-downgrade-target: below the baseline"),
                row(
                        "a baseline is no step",
                        "data: 1 2 3\n@data: ^2 3",
                        "down data@-2",
                        "!not-a-downgrade-target: -2 / only 1 migration is applied above it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void stepsComeInReverse(PlanCase each) {
        each.check();
    }
}

package io.stockassistant.migrations.plan;

import static io.stockassistant.migrations.plan.PlanCase.row;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a baseline runs, when it is only recorded, when it is passed over, and when nothing goes on. */
class BaselinePlansTest {

    private static final String SQUASHED = "data: B3[1,2,3] 4\n";

    static List<PlanCase> rows() {
        return List.of(
                row("an empty database begins with it", "data: B3 4", "up", "data@3 data@4"),
                row("older files beside it are passed over", "data: 1 2 3 B3 4", "up", "data@3 data@4"),
                row("the newest of two counts", "data: B3 4 5 B5 6", "up", "data@5 data@6"),
                row("up to it", "data: B3 4", "up data@3", "data@3"),
                row("once it is there it is not run again", "data: B3 4\n@data: b3", "up", "data@4"),
                row("nor where Flyway's own baseline stands", "data: B3 4\n@data: ^3", "up", "data@4"),
                row("nor where a newer one stands", "data: B3 4 5\n@data: b4", "up", "data@5"),
                row(
                        "the replaced ones are all there: it is recorded",
                        SQUASHED + "@data: 1 2 3",
                        "up",
                        "+data@3 data@4"),
                row("recorded, and nothing else to do", SQUASHED + "@data: 1 2 3 4", "up", "+data@3"),
                row("recorded only by who asks for its module", SQUASHED + "llm: 1\n@data: 1 2 3", "up llm", "llm@1"),
                row("recorded by its version", SQUASHED + "@data: 1 2 3", "up data@3", "+data@3"),
                row(
                        "undone ones are missing",
                        SQUASHED + "@data: 1 2 3 -3",
                        "up",
                        "!partly-squashed: B3__step.sql / lacks 3 / files are gone / 2026.1"),
                row(
                        "some are missing",
                        SQUASHED + "@data: 1",
                        "up",
                        "!partly-squashed: lacks 2, 3; / last release that has these files (2026.1)"),
                row("and that is nobody else's trouble", SQUASHED + "llm: 1\n@data: 1", "up llm", "llm@1"),
                row(
                        "but of who builds on it",
                        SQUASHED + "llm < data: 1\n@data: 1",
                        "up llm",
                        "!partly-squashed: lacks 2, 3"),
                row(
                        "some are missing, and their files are there",
                        "data: 1 2 3 B3[1,2,3] 4\n@data: 1",
                        "up",
                        "data@2 data@3 data@4"),
                row("then it is recorded", "data: 1 2 3 B3[1,2,3] 4\n@data: 1 2 3 4", "up", "+data@3"),
                row("without a header it is passed over", "data: 1 2 3 B3 4\n@data: 1 2 3", "up", "data@4"),
                row(
                        "and then files have to be there",
                        "data: B3 4\n@data: 1 2 3",
                        "up",
                        "!missing-file missing-file missing-file"),
                row("a newer one over an older one", "data: B5[4,5] 6\n@data: b3 4 5", "up", "+data@5 data@6"),
                row(
                        "a newer one that names all of them",
                        "data: B5[1,2,3,4,5] 6\n@data: b3 4 5",
                        "up",
                        "+data@5 data@6"),
                row("a newer one, too early", "data: B5[4,5] 6\n@data: b3 4", "up", "!partly-squashed: lacks 5"),
                row("an older release over a newer one", "data: B3 4 5\n@data: b5", "up", ""),
                row(
                        "edited since",
                        "data: B3 4\n@data: b3#",
                        "up",
                        "!checksum-mismatch: data/B3__step.sql has been edited"),
                row("renamed since", "data: B3 4\n@data: b3\"", "up", "!renamed-file: B3__old_name.sql / B3__step.sql"),
                row(
                        "failed",
                        "data: B3 4\n@data: b3x",
                        "up",
                        "!failed-migration: The upgrade to data@3 / B3__step.sql"),
                row("its file is gone", "data: 4\n@data: b3", "up", "data@4"),
                row(
                        "one that it replaced failed",
                        SQUASHED + "@data: 1 2 3x",
                        "up",
                        "!failed-migration: The upgrade to data@3"),
                row("a header that names it", "data: B3 4\nllm < data: 1(data@3)", "up llm", "data@3 llm@1"),
                row(
                        "a header that names one that it replaced",
                        "data: B20260301 20260401\nllm < data: 20260201(data@20260101)",
                        "up",
                        "data@20260301 llm@20260201 data@20260401"),
                row(
                        "satisfied by what was applied",
                        SQUASHED + "llm < data: 1(data@2)\n@data: 1 2 3 4\n@llm: 1",
                        "up llm",
                        ""),
                row("satisfied by the baseline", SQUASHED + "llm < data: 1(data@2)\n@data: b3 4\n@llm: 1", "up", ""),
                row("a late arrival behind it", "data: B3 4 5\n@data: b3 5", "up", "!out-of-order: data@4"),
                row("repeatable ones come after it", "data: B3 4 R", "up", "data@3 data@4 data@R__view"),
                row("nor does a record make them run", SQUASHED + "data: R\n@data: 1 2 3 4 R", "up", "+data@3"),
                row("the way down ends at it", "data: B3 4 5\n@data: b3 4 5", "down base", "data@5 data@4"),
                row("down to it", "data: B3 4 5\n@data: b3 4 5", "down data@3", "data@5 data@4"),
                row(
                        "not below it",
                        "data: B3 4 5\n@data: b3 4 5",
                        "down data@2",
                        "!not-a-downgrade-target: below the baseline"),
                row("it is no step", "data: B3 4\n@data: b3 4", "down -2", "!invalid-target: only 1 is applied"),
                row("before it is recorded too", SQUASHED + "@data: 1 2 3 4", "down base", "data@4"),
                row(
                        "and not below it then",
                        SQUASHED + "@data: 1 2 3 4",
                        "down data@2",
                        "!not-a-downgrade-target: below the baseline"),
                row(
                        "where it is passed over, all the way",
                        "data: 1 2 3 B3 4\n@data: 1 2 3",
                        "down base",
                        "data@3 data@2 data@1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void areMade(PlanCase each) {
        each.check();
    }
}

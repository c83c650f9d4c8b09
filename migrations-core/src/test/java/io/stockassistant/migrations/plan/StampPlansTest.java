package io.stockassistant.migrations.plan;

import static io.stockassistant.migrations.plan.PlanCase.row;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a history should say, whatever it says now. */
class StampPlansTest {

    private static final String NAMED = "data: 1 2 3\nllm < data: 1 2(data@2)\n";

    static List<PlanCase> rows() {
        return List.of(
                row("all heads", NAMED, "stamp head", "+data@1 +data@2 +data@3 +llm@1 +llm@2"),
                row("all heads, by the other word", "data: 1", "stamp heads", "+data@1"),
                row("a module", NAMED, "stamp data", "+data@1 +data@2 +data@3"),
                row("a module's head", NAMED, "stamp data@head", "+data@1 +data@2 +data@3"),
                row("a version", NAMED, "stamp data@2", "+data@1 +data@2"),
                row("a version of one module alone", NAMED, "stamp 3", "+data@1 +data@2 +data@3"),
                row("the beginning of a version", "data: 20260101 20270101", "stamp 2026", "+data@20260101"),
                row("several modules", NAMED, "stamp llm@2 data@2", "+data@1 +data@2 +llm@1 +llm@2"),
                row("two places for one module", NAMED, "stamp data@1 data@2", "!invalid-target"),
                row("one place said twice", NAMED, "stamp data@3 data@head", "+data@1 +data@2 +data@3"),
                row("what is there stays", "data: 1 2 3\n@data: 1", "stamp head", "+data@2 +data@3"),
                row("there already", "data: 1 2\n@data: 1 2", "stamp head", ""),
                row("a gap is filled", "data: 1 2 3\n@data: 1 3", "stamp head", "+data@2"),
                row("back", "data: 1 2 3\n@data: 1 2 3", "stamp data@1", "-data@3 -data@2"),
                row("base", "data: 1 2\n@data: 1 2", "stamp base", "-data@2 -data@1"),
                row("base of one", NAMED + "@data: 1 2 3\n@llm: 1", "stamp llm@base", "-llm@1"),
                row("back and on", NAMED + "@data: 1 2 3\n@llm: 1", "stamp data@2 llm@2", "-data@3 +llm@2"),
                row("others stay as they are", NAMED + "@data: 1", "stamp llm@1", "+llm@1"),
                row("with purge, all is new", "data: 1 2\n@data: 1 2", "stamp data@2 --purge", "+data@1 +data@2"),
                row("with purge, base is nothing", "data: 1 2\n@data: 1 2", "stamp base --purge", ""),
                row(
                        "without what a header names",
                        NAMED,
                        "stamp llm",
                        "!inconsistent-history: llm@2 would count as applied / data@2 / migrations stamp data@2"),
                row(
                        "taking away what a header names",
                        NAMED + "@data: 1 2\n@llm: 1 2",
                        "stamp data@1",
                        "!inconsistent-history: llm@2"),
                row("taking away both", NAMED + "@data: 1 2\n@llm: 1 2", "stamp data@1 llm@1", "-llm@2 -data@2"),
                row(
                        "a failed one",
                        "data: 1 2\n@data: 1x",
                        "stamp head",
                        "!failed-migration: V1__step.sql stopped in the middle / --purge"),
                row("a failed one, purged", "data: 1 2\n@data: 1x", "stamp head --purge", "+data@1 +data@2"),
                row("a failed one of another module", "data: 1\nllm: 1\n@data: 1x", "stamp llm", "+llm@1"),
                row(
                        "what is above has lost its file",
                        "data: 1\n@data: 1 2",
                        "stamp data@1",
                        "!missing-file: data@2 / repair data@2"),
                row("steps up", "data: 1", "stamp +1", "!invalid-target: a number of steps does not say that"),
                row("steps down", "data: 1", "stamp data@-1", "!invalid-target: a number of steps"),
                row("no such version", "data: 1", "stamp data@7", "!unknown-revision: data@7 / data@1"),
                row("no such module", "data: 1", "stamp shop@1", "!unknown-module: shop"),
                row("a version of several", NAMED, "stamp 1", "!ambiguous-revision: data@1, llm@1"),
                row("a module without migrations", "data:", "stamp data", ""),
                row("bad files", "data: 1(nowhere@1)", "stamp head", "!unknown-dependency"),
                row("a baseline in an empty history", "data: B3 4", "stamp head", "+data@3 +data@4"),
                row("a baseline by its version", "data: B3 4", "stamp data@3", "+data@3"),
                row(
                        "a baseline over what it replaced",
                        "data: B3[1,2,3] 4\n@data: 1 2 3",
                        "stamp head",
                        "+data@3 +data@4"),
                row(
                        "a baseline where some are missing",
                        "data: B3[1,2,3] 4\n@data: 1",
                        "stamp head",
                        "+data@3 +data@4"),
                row("below a baseline whose files are there", "data: 1 2 3 B3 4", "stamp data@2", "+data@1 +data@2"),
                row("below one whose files are gone", "data: B3 4", "stamp data@2", "!unknown-revision: data@2"),
                row("beside a baseline that is passed over", "data: 1 2 3 B3 4\n@data: 1", "stamp data@2", "+data@2"),
                row("back to a baseline", "data: B3 4\n@data: b3 4", "stamp data@3", "-data@4"),
                row(
                        "to base of a module that begins with one",
                        "data: B3 4\n@data: b3 4",
                        "stamp base",
                        "!not-a-downgrade-target: begins with a baseline at 3 / migrations stamp data@base --purge"),
                row("which is what purge does", "data: B3 4\n@data: b3 4", "stamp base --purge", ""),
                row(
                        "below one that was recorded",
                        "data: 1 2 3 B3 4\n@data: b3 4",
                        "stamp data@2",
                        "!not-a-downgrade-target: baseline at 3"),
                row("a failed baseline", "data: B3\n@data: b3x", "stamp head", "!failed-migration: B3__step.sql"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void makeItSaySo(PlanCase each) {
        each.check();
    }
}

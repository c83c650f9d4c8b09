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
                row(
                        "one that it was not made from",
                        "data: B4[1,2,4] 5\n@data: 1 2 3 4",
                        "up",
                        "!not-in-baseline: B4__step.sql / data@3 (V3__step.sql) / squash again / migrations repair"),
                row(
                        "nor where its file is kept",
                        "data: 3 B4[1,2,4] 5\n@data: 1 2 3 4",
                        "up",
                        "!not-in-baseline: data@3 (V3__step.sql)"),
                row("once that is taken back", "data: B4[1,2,4] 5\n@data: 1 2 3 4 -3", "up", "+data@4 data@5"),
                row(
                        "two of them, and one is missing",
                        "data: B4[1,4] 5\n@data: 1 2 3",
                        "up",
                        "!not-in-baseline partly-squashed: data@2 (V2__step.sql), data@3 (V3__step.sql) / lacks 4"),
                row("what is above it is not its own", "data: B2[1,2] 3 4\n@data: 1 2 3", "up", "+data@2 data@4"),
                row("beside a newer one", "data: B5[4,5] 6\n@data: b3 4 5 3.5", "up", "!not-in-baseline: data@3.5"),
                row("made from the same files", "data: B2[1=,2=] 3\n@data: 1 2", "up", "+data@2 data@3"),
                row(
                        "made from another file",
                        "data: B2[1=,2=] 3\n@data: 1 2#",
                        "up",
                        "!checksum-mismatch: data@2 was applied from another V2__step.sql / B2__step.sql"
                                + " / checksum 1 in the history / migrations repair data@2"),
                row("of which nobody knows the checksum", "data: B2[1,2] 3\n@data: 1 2#", "up", "+data@2 data@3"),
                row(
                        "made from another baseline",
                        "data: B5[4=,5=,B3=] 6\n@data: b3# 4 5",
                        "up",
                        "!checksum-mismatch: data@3 was applied from another B3__step.sql"),
                row("made from the same baseline", "data: B5[4=,5=,B3=] 6\n@data: b3 4 5", "up", "+data@5 data@6"),
                row("and from one that Flyway wrote", "data: B5[4=,5=,B3=] 6\n@data: ^3 4 5", "up", "+data@5 data@6"),
                row(
                        "an earlier one need not have been there",
                        "data: B5[4,5,B4=] 6\n@data: 4 5",
                        "up",
                        "+data@5 data@6"),
                row("once it is there nothing is compared", "data: B2[1=,2=] 3\n@data: 1 2# b2", "up", "data@3"),
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
                row(
                        "base is below it",
                        "data: B3 4 5\n@data: b3 4 5",
                        "down base",
                        "!not-a-downgrade-target: data stands on a baseline at 3 / 2 migrations are applied above it"
                                + " / migrations downgrade data@-2"),
                row(
                        "the base of its module too",
                        "data: B3 4\n@data: b3",
                        "down data@base",
                        "!not-a-downgrade-target: base is not to be reached: data stands on a baseline at 3 / nothing is"
                                + " applied above it / by hand"),
                row("but not that of another", "data: B3 4\nllm: 1\n@data: b3 4\n@llm: 1", "down llm@base", "llm@1"),
                row("nor where nothing is", "data: B3 4\n@data: schema", "down base", ""),
                row("as many steps as there are above", "data: B3 4 5\n@data: b3 4 5", "down data@-2", "data@5 data@4"),
                row(
                        "a step below it",
                        "data: B3 4\n@data: b3",
                        "down data@-1",
                        "!not-a-downgrade-target: -1 is further / data stands on a baseline at 3"),
                row(
                        "what it needs stays",
                        "llm: 1 2\ndata < llm: 1 B2(llm@2)[1]\n@llm: 1 2\n@data: b2",
                        "down llm@base",
                        "!not-a-downgrade-target: the baseline data@2 depends on it"),
                row("down to it", "data: B3 4 5\n@data: b3 4 5", "down data@3", "data@5 data@4"),
                row(
                        "not below it",
                        "data: B3 4 5\n@data: b3 4 5",
                        "down data@2",
                        "!not-a-downgrade-target: below the baseline"),
                row(
                        "it is no step",
                        "data: B3 4\n@data: b3 4",
                        "down -2",
                        "!not-a-downgrade-target: only 1 migration is applied above it"),
                row("to it before it is recorded too", SQUASHED + "@data: 1 2 3 4", "down data@3", "data@4"),
                row(
                        "nor base",
                        SQUASHED + "@data: 1 2 3 4",
                        "down base",
                        "!not-a-downgrade-target: only 1 migration is applied above it"),
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

package io.stockassistant.migrations.plan;

import static io.stockassistant.migrations.plan.PlanCase.row;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files and database that do not fit together, and late arrivals. */
class HistoryDisagreesTest {

    private static final String LATE = """
            data: 20260101 20260301
            llm < data: 20260201
            @data: 20260101 20260301
            """;

    static List<PlanCase> rows() {
        return List.of(
                row(
                        "an edited file",
                        "data: 1 2\n@data: 1#",
                        "up",
                        "!checksum-mismatch: data/V1__step.sql has been edited / repair"),
                row(
                        "an edited file of a module that is up to date",
                        "data: 1\n@data: 1#",
                        "up data",
                        "!checksum-mismatch"),
                row(
                        "an edited file of a module that is built on",
                        "data: 1\nllm < data: 1\n@data: 1#",
                        "up llm",
                        "!checksum-mismatch"),
                row(
                        "a renamed file",
                        "data: 1\n@data: 1\"",
                        "up",
                        "!renamed-file: V1__old_name.sql / V1__step.sql / old name"),
                row("a removed file", "data: 2\n@data: 1 2", "up", "!missing-file: data@1 / V1__step.sql is gone"),
                row("an edited and renamed file says both", "data: 1\n@data: 1\"", "up head", "!renamed-file"),
                row("an undone one may be edited or gone", "data: 1\n@data: 1# -1 3 -3", "up", "data@1"),
                row(
                        "older than the head",
                        "data: 1 2\n@data: 2",
                        "up",
                        "!out-of-order: data@1 / data@2 / rebase data / --out-of-order"),
                row("older than a baseline is held by it", "data: 1 2\n@data: ^2", "up", ""),
                row(
                        "older than the head, but newer than the baseline",
                        "data: 1 2 3\n@data: ^1 3",
                        "up",
                        "!out-of-order: data@2"),
                row(
                        "applied before its dependency",
                        "data: 1\nllm < data: 1(data@1)\n@llm: 1",
                        "up",
                        "!inconsistent-history: llm@1 is applied / data@1 / migrations upgrade data@1"),
                row(
                        "and its remedy works",
                        "data: 1\nllm < data: 1(data@1)\n@llm: 1",
                        "up data@1 --out-of-order",
                        "data@1"),
                row(
                        "a dependency that was undone behind its back",
                        "data: 1\nllm < data: 1(data@1)\n@llm: 1\n@data: 1 -1",
                        "up",
                        "!inconsistent-history: data@1"),
                row(
                        "a dependency that is in the baseline",
                        "data: 1 2\nllm < data: 1(data@1)\n@data: ^2\n@llm: 1",
                        "up",
                        ""),
                row(
                        "a failed upgrade",
                        "data: 1\n@data: 1x",
                        "up",
                        "!failed-migration: The upgrade to data@1 / V1__step.sql / repair"),
                row(
                        "a failed downgrade",
                        "data: 1\n@data: <1",
                        "up",
                        "!failed-migration: The downgrade of data@1 / counts as applied again"),
                row(
                        "all at once, of all modules",
                        "data: 1 2 3\nllm < data: 1(data@2)\n@data: 1# 3\" 4\n@llm: 1x",
                        "up",
                        "!checksum-mismatch renamed-file missing-file out-of-order failed-migration"
                                + " inconsistent-history"),
                row(
                        "a late arrival is warned of",
                        LATE,
                        "up",
                        "llm@20260201 ? llm@20260201 / written before data@20260301"),
                row(
                        "one that comes in time is not",
                        LATE.replace("@data: 20260101 20260301", "@data: 20260101"),
                        "up",
                        "llm@20260201 data@20260301"),
                row("without ages nothing is late", "data: 1 2\nllm < data: 1\n@data: 1 2", "up", "llm@1"),
                row("without a path nothing is late", LATE.replace("llm < data", "llm"), "up", "llm@20260201"),
                row(
                        "late through another module",
                        "a: 20260301\nb < a:\nc < b: 20260201\n@a: 20260301",
                        "up",
                        "c@20260201 ? a@20260301"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isExplained(PlanCase each) {
        each.check();
    }
}

package io.stockassistant.migrations.plan;

import static io.stockassistant.migrations.plan.PlanCase.row;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In which order pending migrations run, and what a target brings along. */
class ApplyOrderTest {

    private static final String DATED = """
            data: 20260101 20260301 20260501
            llm < data: 20260201 20260401
            """;
    private static final String NUMBERED = """
            data: 1 2 3
            llm < data: 1 2
            """;
    private static final String CHAIN = """
            a: 20260101 20260601
            b < a: 20260201
            c < b: 20260301 20260701
            """;

    static List<PlanCase> rows() {
        return List.of(
                row(
                        "modules with timestamps replay as they were written",
                        DATED,
                        "up",
                        "data@20260101 llm@20260201 data@20260301 llm@20260401 data@20260501"),
                row(
                        "head and heads are the same as no target",
                        DATED,
                        "up head",
                        "data@20260101 llm@20260201 data@20260301 llm@20260401 data@20260501"),
                row(
                        "of one age the dependency comes first",
                        "b: 20260101\na < b: 20260101",
                        "up",
                        "b@20260101 a@20260101"),
                row(
                        "of one age and without a path, by name",
                        "b: 20260101\na: 20260101",
                        "up",
                        "a@20260101 b@20260101"),
                row(
                        "modules without a path mix by age",
                        "b: 20260101 20260103\na: 20260102",
                        "up",
                        "b@20260101 a@20260102 b@20260103"),
                row(
                        "dates and times of day mix",
                        "a: 20260101120000\nb: 20260101 20260102",
                        "up",
                        "b@20260101 a@20260101120000 b@20260102"),
                row(
                        "two versions of one age go by version",
                        "a: 20260101 20260101000000\nb < a: 20260101",
                        "up",
                        "a@20260101 a@20260101000000 b@20260101"),
                row("what is of one age is needed", "b: 20260101\na < b: 20260101", "up a", "b@20260101 a@20260101"),
                row(
                        "both versions of one age are needed",
                        "a: 20260101 20260101000000\nb < a: 20260101",
                        "up b",
                        "a@20260101 a@20260101000000 b@20260101"),
                row(
                        "without ages a module needs the head of its dependency",
                        NUMBERED,
                        "up",
                        "data@1 data@2 data@3 llm@1 llm@2"),
                row(
                        "with a header it needs what the header names",
                        "data: 1 2\nllm < data: 1(data@1)",
                        "up llm",
                        "data@1 llm@1"),
                row(
                        "and the next without a header needs the head again",
                        "data: 1 2\nllm < data: 1(data@1) 2",
                        "up llm",
                        "data@1 data@2 llm@1 llm@2"),
                row(
                        "one side without ages is enough",
                        "data: 20260101 20260501\nllm < data: 1",
                        "up llm@1",
                        "data@20260101 data@20260501 llm@1"),
                row(
                        "a header into a module with ages adds to them",
                        "data: 20260101 20260201\nllm < data: 20260201(data@20260201)",
                        "up llm",
                        "data@20260101 data@20260201 llm@20260201"),
                row(
                        "a version that is no date takes the module's ages away",
                        "data: 20260101 20260102.1\nllm < data: 1",
                        "up llm",
                        "data@20260101 data@20260102.1 llm@1"),
                row(
                        "shorter dates that sort otherwise take them away too",
                        "a: 20260102 20260101120000\nb: 20260101",
                        "up",
                        "a@20260102 a@20260101120000 b@20260101"),
                row("1 is 1.0 is 01", "data: 1\nllm < data: 1(data@01.0)", "up llm", "data@1 llm@1"),
                row(
                        "versions go by number, not by letter",
                        "data: 2 10 1.9 1.10",
                        "up",
                        "data@1.9 data@1.10 data@2 data@10"),
                row("needs are transitive", CHAIN, "up c@20260301", "a@20260101 b@20260201 c@20260301"),
                row(
                        "a need two modules away is one of age too",
                        CHAIN,
                        "up c",
                        "a@20260101 b@20260201 c@20260301 a@20260601 c@20260701"),
                row(
                        "through a module without ages all of it is needed",
                        "a: 20260101 20260601\nb < a: 1\nc < b: 20260301",
                        "up c",
                        "a@20260101 a@20260601 b@1 c@20260301"),
                row(
                        "a target brings what it needs and no more",
                        DATED,
                        "up llm@20260201",
                        "data@20260101 llm@20260201"),
                row("what is applied is not needed", DATED + "@data: 20260101", "up llm@20260201", "llm@20260201"),
                row("a module as a target", DATED, "up data", "data@20260101 data@20260301 data@20260501"),
                row(
                        "a module's head as a target",
                        DATED,
                        "up llm@head",
                        "data@20260101 llm@20260201 data@20260301 llm@20260401"),
                row(
                        "a unique beginning of a version",
                        DATED,
                        "up 202604",
                        "data@20260101 llm@20260201 data@20260301 llm@20260401"),
                row("a unique beginning in a module", DATED, "up data@202603", "data@20260101 data@20260301"),
                row("a whole version wins over longer ones", "data: 1 1.1 10", "up data@1", "data@1"),
                row("+n counts steps of the whole plan", DATED, "up +2", "data@20260101 llm@20260201"),
                row(
                        "MODULE@+n counts in the module",
                        DATED,
                        "up llm@+2",
                        "data@20260101 llm@20260201 data@20260301 llm@20260401"),
                row("+n goes on from where the database is", DATED + "@data: 20260101", "up +1", "llm@20260201"),
                row("several targets are one plan", CHAIN, "up b a@20260101", "a@20260101 b@20260201"),
                row(
                        "a target that is reached needs nothing",
                        DATED + "@data: 20260101 20260301",
                        "up data@20260101",
                        ""),
                row("an up-to-date database needs nothing", "data: 1\n@data: 1.0", "up", ""),
                row("a module without migrations is no trouble", "data:\nllm < data: 1", "up", "llm@1"),
                row("an undone one is pending again", "data: 1 2\n@data: 1 2 -2", "up", "data@2"),
                row("one that was applied again is not", "data: 1 2\n@data: 1 2 -2 2", "up", ""),
                row("a baseline stands for all before it", "data: 1 2 3\n@data: ^2", "up", "data@3"),
                row("Flyway's row about the schema is no migration", "data: 1\n@data: schema", "up", "data@1"),
                row("an older one runs with --out-of-order", "data: 1 2\n@data: 2", "up --out-of-order", "data@1"),
                row(
                        "and is what another was waiting for",
                        "data: 1 2(data@1)\n@data: 2",
                        "up --out-of-order",
                        "data@1"),
                row(
                        "trouble in a module that is not concerned does not stop",
                        "data: 1 2\nother: 1\n@other: 1#",
                        "up data",
                        "data@1 data@2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void stepsComeInOrder(PlanCase each) {
        each.check();
    }
}

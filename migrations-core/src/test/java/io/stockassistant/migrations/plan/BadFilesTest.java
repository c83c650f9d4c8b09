package io.stockassistant.migrations.plan;

import static io.stockassistant.migrations.plan.PlanCase.row;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with names and headers, whatever the database says; all of it is said at once. */
class BadFilesTest {

    static List<PlanCase> rows() {
        return List.of(
                row(
                        "two files of one version",
                        "data: 1 V1_0__other.sql",
                        "up",
                        "!duplicate-version: version 1 / V1_0__other.sql / V1__step.sql"),
                row(
                        "two U files of one version",
                        "data: 1 U1_0__other.sql",
                        "up",
                        "!duplicate-version: U1_0__other.sql"),
                row("a U without its V", "data: 1 U2", "up", "!missing-upgrade: data/U2__step.sql / V2__"),
                row(
                        "a name of no form",
                        "data: 1 v2__x.sql V3-x.sql",
                        "up",
                        "!invalid-file-name invalid-file-name: data/v2__x.sql / V3-x.sql"),
                row(
                        "a header that names an unknown module",
                        "data: 1(nosuch@1)",
                        "up",
                        "!unknown-dependency: data@1 depends on nosuch@1 / no module nosuch"),
                row(
                        "a header that names an unknown version",
                        "data: 1\nllm < data: 1(data@7)",
                        "up",
                        "!unknown-dependency: llm@1 depends on data@7 / migrations history data"),
                row(
                        "a header into a module that is not declared",
                        "data: 1\nllm: 1(data@1)",
                        "up",
                        "!undeclared-dependency: llm@1 depends on data@1 / Add data to dependsOn"),
                row(
                        "a header into a module that is declared through another",
                        "a: 1\nb < a: 1\nc < b: 1(a@1)",
                        "up",
                        "a@1 b@1 c@1"),
                row(
                        "a header that names something younger",
                        "data: 20260201\nllm < data: 20260101(data@20260201)",
                        "up",
                        "!younger-dependency: llm@20260101 / younger / rebase llm"),
                row(
                        "a header that is none",
                        "data: 1(head)",
                        "up",
                        "!invalid-header: data/V1__step.sql:1 / depends-on: head"),
                row("a migration that names itself", "data: 1(data@1)", "up", "!dependency-cycle: data@1 -> data@1"),
                row(
                        "a migration that names its successor",
                        "data: 1(data@2) 2",
                        "up",
                        "!dependency-cycle: data@1 -> data@2 -> data@1"),
                row(
                        "a circle of three headers",
                        "data: 1(data@3) 2 3",
                        "up",
                        "!dependency-cycle: data@1 -> data@3 -> data@2 -> data@1"),
                row(
                        "a circle across modules",
                        "data: 1(llm@1)\nllm < data: 1(data@1)",
                        "up",
                        "!undeclared-dependency dependency-cycle: data@1 -> llm@1 -> data@1"),
                row(
                        "a file that is not UTF-8, beside what else there is",
                        "data: 1? 2(nosuch@1) 3(data@4) 4",
                        "up",
                        "!not-utf8 unknown-dependency dependency-cycle: data/V1__step.sql is not UTF-8"),
                row("a header that names an older one of its own module", "data: 1 2(data@1)", "up", "data@1 data@2"),
                row(
                        "everything at once",
                        """
                        data: 1 V1_0__other.sql U2 nonsense.sql 3(nosuch@1)
                        llm < data: 1(data@9) 2(other@1) 3(llm@4) 4
                        other: 1
                        """,
                        "up",
                        "!duplicate-version invalid-file-name missing-upgrade unknown-dependency unknown-dependency"
                                + " undeclared-dependency dependency-cycle"),
                row("a downgrade too", "data: 1 U2\n@data: 1", "down base", "!missing-upgrade"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void areExplained(PlanCase each) {
        each.check();
    }
}

package io.stockassistant.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was run in a database is what builds it again, and where that is not known, nobody guesses. */
class RebuildingADatabaseTest {

    /** Lines of a tree are separated by semicolons. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing is applied              | data: 1 2; llm < data: 1                                 |                        |
            what is applied, and no more    | data: 1 2 3; llm < data: 1; @data: 1 2; @llm: 1          | data@1 data@2 llm@1    |
            what was undone is not there    | data: 1 2; @data: 1 2 -2                                 | data@1                 |
            out of order, as from empty     | data: 1 2 3; @data: 1 3 2                                | data@1 data@2 data@3   |
            a repeatable one                | data: 1 R; @data: 1 R                                    | data@1 data@R__view    |
            a repeatable one to come        | data: 1 R; @data: 1                                      | data@1                 |
            a file is gone                  | data: 1; llm: 1; @data: 1 2; @llm: 1                     | llm@1                  | data missing-file
            a file was edited               | data: 1 2; @data: 1 2#                                   |                        | data checksum-mismatch
            one stopped in the middle       | data: 1 2; @data: 1 2x                                   |                        | data failed-migration
            and who builds on it            | data: 1; llm < data: 1; @data: 1#; @llm: 1               |                        | data checksum-mismatch, llm missing-file
            but not who was never here      | data: 1; llm < data: 1; @data: 1#                        |                        | data checksum-mismatch
            a baseline of ours              | data: B3 4 5; @data: b3 4                                | data@3 data@4          |
            one about to take over          | data: B3[1,2,3] 4; @data: 1 2 3                          | data@3                 |
            one that is passed over         | data: 1 2 3 B3 4; @data: 1 2 3                           | data@1 data@2 data@3   |
            one whose file is gone          | data: 4; @data: b3                                       |                        | data missing-file
            Flyway's, and files before it   | data: 1 2 3; @data: ^2 3                                 | data@1 data@2 data@3   |
            Flyway's, and nothing before it | data: 3; @data: ^2 3                                     |                        | data missing-file
            Flyway's row about the schema   | data: 1; @data: schema 1                                 | data@1                 |
            """)
    void followsHistoriesAndFiles(String name, String tree, String steps, String unknown) {
        Tree read = Tree.of(tree.replace("; ", "\n"));
        Rebuild rebuild = new Planner(read.migrations()).rebuild(read.histories());
        assertThat(rebuild.plan().steps().stream().map(Step::name).collect(Collectors.joining(" ")))
                .isEqualTo(steps == null ? "" : steps);
        assertThat(problems(rebuild.unknown())).isEqualTo(unknown == null ? "" : unknown);
        assertThat(rebuild.outdated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "data: 1 R; @data: 1 R# | data@1 | data checksum-mismatch")
    void aRepeatableMigrationThatHasChangedIsLeftOut(String tree, String steps, String outdated) {
        Tree read = Tree.of(tree.replace("; ", "\n"));
        Rebuild rebuild = new Planner(read.migrations()).rebuild(read.histories());
        assertThat(rebuild.plan().steps()).extracting(Step::name).containsExactly(steps);
        assertThat(problems(rebuild.outdated())).isEqualTo(outdated);
        assertThat(rebuild.isWhole("data")).isFalse();
    }

    private static String problems(Map<String, List<Problem>> problems) {
        return problems.entrySet().stream()
                .map(each -> each.getKey() + " "
                        + each.getValue().stream()
                                .map(problem -> problem.code().word())
                                .distinct()
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }
}

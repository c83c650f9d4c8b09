package io.stockassistant.migrations.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Scripts rely on codes and exit statuses, and the page that lists them is what their authors read. */
class TheListOfCodesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (\\d+) \\|");

    @Test
    void hasEveryCodeWithItsExitStatusAndNoOther() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "problem-codes.md"));
        List<MatchResult> rows = ROW.matcher(page).results().toList();

        assertThat(rows.stream().collect(Collectors.toMap(row -> row.group(1), row -> Integer.parseInt(row.group(2)))))
                .isEqualTo(Arrays.stream(ProblemCode.values())
                        .collect(Collectors.toMap(
                                ProblemCode::word, code -> code.exitStatus().number())));
    }
}

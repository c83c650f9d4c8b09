package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnUnfinishedPlaceholderTest {

    @RegisterExtension
    final Workbench bench = new Workbench();

    @ParameterizedTest
    @ValueSource(strings = {"${", "${a", "${a:", "${${", "${}"})
    void isAProblemOfItsFile(String end) {
        bench.write("shop/V4__end.sql", "SELECT 1;\n" + end);
        Answer answer = bench.run("validate --offline");
        assertThat(answer.status()).as(answer.err()).isEqualTo(3);
        assertThat(answer.out() + answer.err())
                .contains("missing-placeholder: ", "V4__end.sql")
                .doesNotContain("\tat ");
    }
}

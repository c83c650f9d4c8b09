package io.stockassistant.migrations.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ABaselineOfManySchemasTest {

    private final Shadow shadow = TestShadow.open();
    private final Rebuilt.Place place = Rebuilt.Place.in(shadow);

    @AfterAll
    void closeShadow() {
        shadow.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.stockassistant.migrations.baseline.Schemas#all")
    void buildsTheSameSchemaWithTheSameRows(String name, String before, String script, int firstMajor)
            throws SQLException {
        assumeTrue(TestPostgres.shared().major() >= firstMajor);
        Rebuilt rebuilt = Rebuilt.of(place, before, script);
        assertThat(rebuilt.differences()).as(rebuilt.text()).isEmpty();
        assertThat(rebuilt.actual().sequences())
                .as(rebuilt.text())
                .isEqualTo(rebuilt.expected().sequences());
        if (!name.equals("values of the clock and of chance")) {
            assertThat(rebuilt.actual().tables().toString())
                    .as(rebuilt.text())
                    .isEqualTo(rebuilt.expected().tables().toString());
        }
    }
}

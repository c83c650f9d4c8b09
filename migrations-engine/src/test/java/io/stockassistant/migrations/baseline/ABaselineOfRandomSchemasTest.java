package io.stockassistant.migrations.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.Effort;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ABaselineOfRandomSchemasTest {

    @Test
    void buildsTheSameSchemaWithTheSameRows() throws SQLException {
        long first = Long.getLong("tests.seed", new Random().nextLong());
        System.out.println("Random schemas from seed " + first);
        try (Shadow shadow = TestShadow.open()) {
            Rebuilt.Place place = Rebuilt.Place.in(shadow);
            for (int i = 0; i < Effort.of(15, 300); i++) {
                String script = RandomSchema.of(first + i);
                Rebuilt rebuilt = Rebuilt.of(place, "SELECT 1", script);
                String where = "seed " + (first + i) + "\n" + script + "\n" + rebuilt.text();
                assertThat(rebuilt.differences()).as(where).isEmpty();
                assertThat(rebuilt.actual().toString())
                        .as(where)
                        .isEqualTo(rebuilt.expected().toString());
            }
        }
    }
}

package io.stockassistant.dataengineering;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.models.ModelsOfAModule;
import org.junit.jupiter.api.Test;

@MigratedDatabase("data-engineering")
final class TheModelsOfDataEngineeringTest {

    @Test
    void areItsTables(TestDatabase database) {
        assertThat(ModelsOfAModule.of(new DataEngineeringModule()).listDifferences(database))
                .isEmpty();
    }
}

package io.stockassistant.llmplatform;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.models.ModelsOfAModule;
import org.junit.jupiter.api.Test;

@MigratedDatabase("llm-platform")
final class TheModelsOfLlmPlatformTest {

    @Test
    void areItsTables(TestDatabase database) {
        assertThat(ModelsOfAModule.of(new LlmPlatformModule()).listDifferences(database))
                .isEmpty();
    }
}

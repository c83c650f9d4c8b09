package io.stockassistant.identityaccess;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.MigratedDatabase;
import io.stockassistant.migrations.testing.TestDatabase;
import io.stockassistant.migrations.testing.models.ModelsOfAModule;
import org.junit.jupiter.api.Test;

@MigratedDatabase("identity-access")
final class TheModelsOfIdentityAccessTest {

    @Test
    void areItsTables(TestDatabase database) {
        assertThat(ModelsOfAModule.of(new IdentityAccessModule()).listDifferences(database))
                .isEmpty();
    }
}

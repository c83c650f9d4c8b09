package io.stockassistant.migrations.change;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With -Ppostgres-13. */
class OnAnOldServerTest {

    @Test
    void aComparisonIsRefusedWithTheVersionThatItNeeds() throws SQLException {
        assumeTrue(TestPostgres.shared().major() < Case.OLDEST);
        try (Shadow shadow = TestShadow.open();
                Pair pair = new Pair(shadow, Pair.SHOP)) {
            pair.build("", "CREATE TABLE a (id int)", "CREATE TABLE a (id bigint)");
            assertThatThrownBy(() -> pair.there(List.of()))
                    .isInstanceOf(UnreadableSchemaException.class)
                    .hasMessage("Schemas are compared on PostgreSQL 14 or newer, and the shadow server is 13:"
                            + " name a newer one with --shadow-url.");
        }
    }
}

package io.stockassistant.migrations.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.Effort;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AScriptBetweenRandomSchemasTest {

    @Test
    void leadsThereAndBackWithTheRows() throws SQLException {
        assumeTrue(TestPostgres.shared().major() >= Case.OLDEST);
        long first = Effort.seed();
        System.out.println("Random pairs of schemas from seed " + first);
        try (Shadow shadow = TestShadow.open();
                Pair pair = new Pair(shadow, Pair.SHOP)) {
            for (int i = 0; i < Effort.of(8, 200); i++) {
                RandomPair schemas = RandomPair.of(first + i);
                pair.build("", schemas.before(), schemas.after());
                String where = "seed " + (first + i) + "\n" + schemas.before() + "---\n" + schemas.after();
                check(pair.there(List.of()), where);
                check(pair.back(List.of()), where);
            }
        }
    }

    private static void check(Pair.Way way, String where) {
        String all = where + "\n" + way;
        assertThat(way.script().unresolved()).as(all).isEmpty();
        assertThat(way.proof().differences()).as(all).isEmpty();
        assertThat(way.unannouncedRefusals()).as(all).isEmpty();
        assertThat(way.unannouncedLosses()).as(all).isEmpty();
        assertThat(way.wrongRewrites()).as(all).isEmpty();
    }
}

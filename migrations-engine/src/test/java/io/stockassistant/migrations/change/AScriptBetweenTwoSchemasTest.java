package io.stockassistant.migrations.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.Effort;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AScriptBetweenTwoSchemasTest {

    private final Shadow shadow = TestShadow.open();
    private final Pair pair = new Pair(shadow, Pair.SHOP);
    private final Pair shops = new Pair(shadow, Pair.SHOPS);

    @AfterAll
    void closeShadow() {
        shadow.close();
    }

    /** All of them with -Pfull, otherwise some of each kind. */
    static Stream<Case> cases() {
        List<Case> all = Case.all().toList();
        int step = Effort.of(6, 1);
        return IntStream.range(0, all.size()).filter(each -> each % step == 0).mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void leadsThereAndBackWithTheRows(Case each) throws SQLException {
        assumeTrue(TestPostgres.shared().major() >= each.since());
        Pair schemas = each.kind().equals("schemas") ? shops : pair;
        schemas.build(each.beside(), each.before(), each.after());
        check(schemas.there(each.renames()), each.hazardsThere());
        check(schemas.back(each.renames()), each.hazardsBack());
    }

    private static void check(Pair.Way way, List<String> hazards) {
        assertThat(way.script().unresolved()).as(way.toString()).isEmpty();
        assertThat(way.proof().differences()).as(way.toString()).isEmpty();
        assertThat(way.proof().withoutRows()).as(way.toString()).isEmpty();
        assertThat(way.unannouncedRefusals()).as(way.toString()).isEmpty();
        assertThat(way.unannouncedLosses()).as(way.toString()).isEmpty();
        assertThat(way.wrongRewrites()).as(way.toString()).isEmpty();
        assertThat(way.hazards()).as(way.toString()).isEqualTo(hazards);
    }
}

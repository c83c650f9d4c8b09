package io.stockassistant.migrations.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.Effort;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AScriptBetweenTwoSchemasTest {

    private final Shadow shadow = TestShadow.open();
    private final Pair pair = new Pair(shadow);

    @AfterAll
    void closeShadow() {
        shadow.close();
    }

    /** All of them with -Pfull, otherwise some of each kind. */
    static Stream<Case> cases() {
        List<Case> all = Case.all().toList();
        int step = Effort.of(4, 1);
        return IntStream.range(0, all.size()).filter(each -> each % step == 0).mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void leadsThereAndBackWithTheRows(Case each) throws SQLException {
        assumeTrue(TestPostgres.shared().major() >= each.since());
        List<Rename> renames = each.renames().stream()
                .map(AScriptBetweenTwoSchemasTest::rename)
                .toList();
        pair.build(each.beside(), each.before(), each.after());
        check(pair.there(renames), each.hazardsThere());
        check(pair.back(renames), each.hazardsBack());
    }

    private static void check(Pair.Way way, List<String> hazards) {
        assertThat(way.script().unresolved()).as(way.toString()).isEmpty();
        assertThat(way.proof().differences()).as(way.toString()).isEmpty();
        assertThat(way.proof().withoutRows()).as(way.toString()).isEmpty();
        assertThat(way.unannouncedRefusals()).as(way.toString()).isEmpty();
        assertThat(way.unannouncedLosses()).as(way.toString()).isEmpty();
        assertThat(way.hazards()).as(way.toString()).isEqualTo(hazards);
    }

    /** For example {@code column shop.orders name -> title}. */
    private static Rename rename(String text) {
        String[] words = text.replace("-> ", "").split(" ", -1);
        return new Rename(Rename.Subject.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1], words[2], words[3]);
    }
}

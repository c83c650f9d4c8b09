package io.stockassistant.migrations.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.change.Case;
import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.HazardCode;
import io.stockassistant.migrations.change.Pair;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.change.ScriptProof;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
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
class ARolloutOfAnyChangeTest {

    private final Shadow shadow = TestShadow.open();
    private final Pair pair = new Pair(shadow, Pair.SHOP);

    @AfterAll
    void closeShadow() {
        shadow.close();
    }

    /** All of them in one schema with -Pfull, otherwise some of each kind. */
    static Stream<Case> cases() {
        List<Case> all =
                Case.all().filter(each -> !each.kind().equals("schemas")).toList();
        int step = Effort.of(22, 1);
        return IntStream.range(0, all.size()).filter(each -> each % step == 0).mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isExactBothWays(Case each) throws SQLException {
        assumeTrue(TestPostgres.shared().major() >= each.since());
        pair.build(each.beside(), each.before(), each.after());
        prove(pair.one(), pair.other(), Rename.inOrder(each.renames()));
        prove(pair.other(), pair.one(), Rename.back(each.renames()));
    }

    private void prove(ShadowDatabase from, ShadowDatabase to, List<Rename> renames) throws SQLException {
        ChangeScript script = pair.comparison().script(from, to, renames);
        List<Part> parts = new Rollout(pair.comparison()).safe(from, to, script);
        ProvenRollout proof = new RolloutProof(pair.comparison()).run(from, to, parts, script.renames());
        String all = RolloutCase.show(parts) + proof;
        assertThat(proof.isExact()).as(all).isTrue();
        boolean loss = parts.stream()
                .flatMap(part -> Stream.concat(part.upgrade().stream(), part.downgrade().stream()))
                .anyMatch(each -> each.has(HazardCode.DATA_LOSS) || each.has(HazardCode.REPLACES_OBJECT));
        for (ScriptProof each : List.of(proof.there(), proof.back())) {
            assertThat(each.refusals())
                    .as(all)
                    .allMatch(refusal -> refusal.statement().has(HazardCode.DATA_DEPENDENT));
            assertThat(each.lost()).as(all).allMatch(lost -> loss || lost.typeChanged());
        }
    }
}

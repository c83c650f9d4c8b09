package io.stockassistant.migrations.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.Extent;
import io.stockassistant.migrations.change.HazardCode;
import io.stockassistant.migrations.change.Pair;
import io.stockassistant.migrations.change.RefusedStatementException;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.change.ScriptProof;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.Effort;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ARolloutTest {

    private static final Extent SHOP = Pair.SHOP;

    private final Shadow shadow = TestShadow.open();
    private final Pair pair = new Pair(shadow, Pair.SHOP);

    @AfterAll
    void closeShadow() {
        shadow.close();
    }

    /** All of them with -Pfull, otherwise some. */
    static Stream<RolloutCase> cases() {
        List<RolloutCase> all = RolloutCase.all();
        int step = Effort.of(3, 1);
        return IntStream.range(0, all.size()).filter(each -> each % step == 0).mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void leadsThereAndBackAndThereInPartsThatHoldUpNobody(RolloutCase each) throws SQLException {
        assumeTrue(TestPostgres.shared().major() >= each.since());
        pair.build("", each.before(), each.after());
        ChangeScript script = pair.comparison().script(pair.one(), pair.other(), Rename.inOrder(each.renames()));
        List<Part> parts = new Rollout(pair.comparison()).safe(pair.one(), pair.other(), script);
        assertThat(RolloutCase.show(parts)).isEqualTo(each.parts());

        ProvenRollout proof =
                new RolloutProof(pair.comparison()).run(pair.one(), pair.other(), parts, script.renames());
        assertThat(proof.isExact()).as(proof.toString()).isTrue();
        check(
                proof.there(),
                parts.stream().flatMap(part -> part.upgrade().stream()).anyMatch(ARolloutTest::loses));
        check(
                proof.back(),
                parts.stream().flatMap(part -> part.downgrade().stream()).anyMatch(ARolloutTest::loses));
        thereAndBackAndThere(parts);
    }

    private static boolean loses(io.stockassistant.migrations.change.SchemaStatement statement) {
        return statement.has(HazardCode.DATA_LOSS) || statement.has(HazardCode.REPLACES_OBJECT);
    }

    private static void check(ScriptProof proof, boolean lossIsAnnounced) {
        assertThat(proof.withoutRows()).isEmpty();
        assertThat(proof.refusals()).allMatch(refusal -> refusal.statement().has(HazardCode.DATA_DEPENDENT));
        assertThat(proof.lost()).allMatch(lost -> lossIsAnnounced || lost.typeChanged());
    }

    private void thereAndBackAndThere(List<Part> parts) throws SQLException {
        try (ShadowDatabase clone = shadow.cloneOf(pair.one())) {
            try (Connection connection = clone.open("test")) {
                up(connection, parts);
                for (int i = parts.size() - 1; i >= 0; i--) {
                    PartRun.run(connection, SHOP, parts.get(i).downgrade());
                }
                up(connection, parts);
            } catch (RefusedStatementException e) {
                throw new AssertionError(e.finding().toString(), e);
            }
            assertThat(pair.comparison().differences(clone, pair.other())).isEmpty();
        }
    }

    private static void up(Connection connection, List<Part> parts) throws SQLException, RefusedStatementException {
        for (Part each : parts) {
            PartRun.run(connection, SHOP, each.upgrade());
        }
    }
}

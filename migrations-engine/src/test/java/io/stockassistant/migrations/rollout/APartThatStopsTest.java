package io.stockassistant.migrations.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.Pair;
import io.stockassistant.migrations.change.RefusedStatementException;
import io.stockassistant.migrations.change.Rename;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import io.stockassistant.migrations.testing.Effort;
import io.stockassistant.migrations.testing.TestPostgres;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What runs in no transaction may stop behind each of its statements. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class APartThatStopsTest {

    private static final List<String> SOME = List.of("two indexes with comments", "an index becomes unique");

    private final Shadow shadow = TestShadow.open();
    private final Pair pair = new Pair(shadow, Pair.SHOP);

    @AfterAll
    void closeShadow() {
        shadow.close();
    }

    static Stream<RolloutCase> cases() {
        return RolloutCase.all().stream()
                .filter(each -> each.parts().contains("CONCURRENTLY"))
                .filter(each -> each.since() <= TestPostgres.shared().major())
                .filter(each -> Effort.of(0, 1) == 1 || SOME.contains(each.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void mayBeRunAgainFromItsBeginning(RolloutCase each) throws SQLException, RefusedStatementException {
        pair.build("", each.before(), each.after());
        ChangeScript script = pair.comparison().script(pair.one(), pair.other(), Rename.inOrder(each.renames()));
        List<Part> parts = new Rollout(pair.comparison()).safe(pair.one(), pair.other(), script);
        try (ShadowDatabase before = shadow.cloneOf(pair.one())) {
            for (Part part : parts) {
                try (ShadowDatabase after = shadow.cloneOf(before)) {
                    run(after, part.upgrade());
                    stopEverywhere(before, part.upgrade(), after);
                    stopEverywhere(after, part.downgrade(), before);
                }
                run(before, part.upgrade());
            }
        }
    }

    private void stopEverywhere(ShadowDatabase from, List<SchemaStatement> statements, ShadowDatabase to)
            throws SQLException, RefusedStatementException {
        for (int stop = 1; !Transactions.fitIntoOne(statements) && stop <= statements.size(); stop++) {
            try (ShadowDatabase work = shadow.cloneOf(from)) {
                List<SchemaStatement> done = statements.subList(0, stop);
                try (Connection connection = work.open("test");
                        Statement statement = connection.createStatement()) {
                    for (SchemaStatement each : done) {
                        statement.execute(each.sql());
                    }
                }
                run(work, statements);
                assertThat(pair.comparison().differences(work, to))
                        .as("stopped after " + done)
                        .isEmpty();
            }
        }
    }

    private static void run(ShadowDatabase database, List<SchemaStatement> statements)
            throws SQLException, RefusedStatementException {
        try (Connection connection = database.open("test")) {
            PartRun.run(connection, Pair.SHOP, statements);
        }
    }
}

package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.database.Database;
import io.stockassistant.shared.config.DatabaseSettings;
import io.stockassistant.shared.config.Password;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts, not clocks: the messages and statements that go to the server. */
class WhatARunSendsTest {

    @RegisterExtension
    final Scene scene = new Scene();

    private CountingProxy proxy;
    private Runs runs;

    @BeforeEach
    void standBetween() throws IOException {
        proxy = new CountingProxy(scene.database().host(), scene.database().port());
        Database database = Database.of(new DatabaseSettings(
                "localhost",
                proxy.port(),
                scene.database().name(),
                scene.database().user(),
                Password.of(scene.database().password()),
                Map.of(),
                "the test"));
        runs = scene.runs().with(database::open);
    }

    @AfterEach
    void stepAside() throws IOException {
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60})
    void twoQueriesWhenThereIsNothingToDo(int modules) throws SQLException {
        for (int i = 0; i < modules; i++) {
            scene.modules()
                    .upgrade("m" + i, "1__a", "SELECT 1;\n")
                    .upgrade("m" + i, "2__b", "SELECT 2;\n")
                    .file("m" + i + "/R__c.sql", "SELECT '${flyway:user}';\n");
        }
        scene.up();
        assertThat(runs.up()).isInstanceOf(NothingToDo.class);
        assertThat(proxy.takeQueries()).hasSize(2).allMatch(each -> each.startsWith("SELECT "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down"})
    void twoMessagesAndSixStatementsForATransaction(String direction) throws SQLException {
        String script = "SELECT 'mine';\nSELECT 'mine';\nSELECT 'mine';\n";
        scene.modules()
                .migration("shop", "1__a", script, script)
                .migration("shop", "2__b", script, script)
                .migration("shop", "3__c", script, script);
        if (direction.equals("down")) {
            scene.up();
            runs.down("base");
        } else {
            runs.up();
        }
        List<String> messages = proxy.takeQueries();
        int first = indexOfStep(messages, 0);
        int second = indexOfStep(messages, first + 1);
        int third = indexOfStep(messages, second + 1);
        assertThat(messages.subList(third + 1, messages.size()))
                .as("after the last step, the journal's end of the run")
                .hasSize(2)
                .satisfiesExactly(
                        clean -> assertThat(clean).startsWith("DISCARD ALL"),
                        end -> assertThat(end).startsWith("UPDATE migrations.run"));
        for (List<String> step :
                List.of(messages.subList(first + 1, second + 1), messages.subList(second + 1, third + 1))) {
            assertThat(step).hasSizeLessThanOrEqualTo(2);
            int statements =
                    step.stream().mapToInt(each -> each.split(";\n").length).sum();
            assertThat(statements).isLessThanOrEqualTo(3 + 6);
        }
    }

    private static int indexOfStep(List<String> messages, int from) {
        for (int i = from; i < messages.size(); i++) {
            if (messages.get(i).contains("'mine'")) {
                return i;
            }
        }
        throw new AssertionError("no step after " + from + " in " + messages);
    }
}

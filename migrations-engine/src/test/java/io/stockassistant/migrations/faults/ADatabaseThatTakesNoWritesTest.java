package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.testing.TestPorts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ADatabaseThatTakesNoWritesTest {

    private static final int LONGEST_SECONDS = 30;

    @RegisterExtension
    final Workbench bench = new Workbench();

    @Test
    void isOneWhoseRoleReadsOnly() {
        String role = bench.newRole("");
        bench.execute("ALTER ROLE " + role + " SET default_transaction_read_only = on");
        assertRefused(bench.runAs(role, bench.server().port(), "upgrade"));
    }

    @Test
    void isOneThatReadsOnly() {
        bench.execute("ALTER DATABASE " + bench.database() + " SET default_transaction_read_only = on");
        List<String> before = bench.content();
        assertRefused(bench.run("upgrade"));
        assertThat(bench.content()).isEqualTo(before);
        assertThat(bench.run("current").status()).isZero();
    }

    @Test
    void isOneWhoseScriptTurnsItOffForTheRest() {
        bench.write("shop/V2__second.sql", "SET default_transaction_read_only = on;\n");
        Answer answer = bench.run("upgrade");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(bench.applied()).containsExactly("1", "2", "3");
    }

    @Test
    void isAStandby() throws Exception {
        try (OwnServer own = new OwnServer()) {
            Server primary = own.start();
            primary.execute(Stage.MAINTENANCE, "CREATE DATABASE stock");
            assertThat(bench.on(primary, "stock", "upgrade +1").status()).isZero();
            own.stop();
            Server standby = own.startAsStandby(TestPorts.next());
            awaitAnswers(standby);
            Answer status = bench.on(standby, "stock", "status");
            assertThat(status.status()).as(status.err()).isEqualTo(3);
            assertRefused(bench.on(standby, "stock", "upgrade"));
        }
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.err()).isEqualTo(4);
        assertThat(answer.err())
                .contains("error: permission-denied: ", "  help: ", "default_transaction_read_only")
                .doesNotContain("\tat ", "Exception");
    }

    private static void awaitAnswers(Server server) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (true) {
            try (Connection connection = server.connect("stock")) {
                assertThat(connection.isValid(1)).isTrue();
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }
}

package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.faults.Tollgate.Moment;
import java.sql.Connection;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Between the second migration and the third something is taken away; given back, the same command ends the work. */
class ARunThatLosesSomethingHalfWayTest {

    private static final Moment BEFORE_THE_THIRD = Moment.before("CREATE TABLE third");

    @RegisterExtension
    final Workbench bench = new Workbench();

    @Test
    void aRight() {
        String role = bench.newRole("");
        Answer answer = run(role, gate -> bench.execute("REVOKE CREATE ON SCHEMA shop FROM " + role));
        assertThat(answer.status()).as(answer.err()).isEqualTo(5);
        assertThat(answer.err()).contains("shop@3 failed at", "permission denied for schema shop", "SQLSTATE: 42501");
        assertThat(bench.applied()).containsExactly("1", "2");
        bench.execute("GRANT CREATE ON SCHEMA shop TO " + role);
        assertThat(bench.runAs(role, bench.server().port(), "upgrade").status()).isZero();
        assertThat(bench.applied()).containsExactly("1", "2", "3");
    }

    @Test
    void theConnectionOfItsLock() {
        Answer answer = run(
                bench.server().user(),
                gate -> bench.server().sendAway(bench.database(), "application_name = 'migrations lock'"));
        assertThat(answer.status()).as(answer.err()).isEqualTo(4);
        assertThat(answer.err()).contains("error: lock-lost: shop@3", "help: ");
        assertGoesOn();
    }

    @Test
    void itsDatabase() {
        Answer answer = run(bench.server().user(), gate -> {
            bench.server().sendAway(bench.database(), "true");
            bench.server()
                    .execute(Stage.MAINTENANCE, "ALTER DATABASE " + bench.database() + " ALLOW_CONNECTIONS false");
        });
        assertThat(answer.status()).as(answer.err()).isEqualTo(4);
        assertThat(bench.run("upgrade").status()).isEqualTo(4);
        bench.server().execute(Stage.MAINTENANCE, "ALTER DATABASE " + bench.database() + " ALLOW_CONNECTIONS true");
        assertGoesOn();
    }

    @Test
    void itsServer() throws Exception {
        try (OwnServer own = new OwnServer()) {
            Server server = own.start();
            server.execute(Stage.MAINTENANCE, "CREATE DATABASE stock");
            Answer answer;
            try (Tollgate gate = new Tollgate(server.host(), server.port(), BEFORE_THE_THIRD, each -> {
                own.stop();
                own.start();
            })) {
                answer = bench.on(
                        new Server(server.host(), gate.port(), server.user(), server.password()), "stock", "upgrade");
            }
            assertThat(answer.status()).as(answer.err()).isEqualTo(4);
            assertThat(answer.err()).contains("error: connection-lost: shop@3", "help: ");
            assertThat(bench.on(server, "stock", "upgrade").status()).isZero();
            try (Connection connection = server.connect("stock")) {
                assertThat(Picture.whole(connection)).anyMatch(line -> line.startsWith("relation r shop.third"));
            }
        }
    }

    private Answer run(String role, Consumer<Tollgate> loss) {
        try (Tollgate gate = new Tollgate(bench.server().host(), bench.server().port(), BEFORE_THE_THIRD, loss)) {
            return bench.runAs(role, gate.port(), "upgrade");
        }
    }

    private void assertGoesOn() {
        assertThat(bench.applied()).containsExactly("1", "2");
        Answer answer = bench.run("upgrade");
        assertThat(answer.status()).as(answer.err()).isZero();
        assertThat(bench.applied()).containsExactly("1", "2", "3");
    }
}

package io.stockassistant.migrations.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.cli.Answer;
import io.stockassistant.migrations.testing.TestPostgres;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a role's settings allow to a web application is no limit for its migrations. */
class LimitsOfARoleTest {

    private static final int IDLE_SESSION_TIMEOUT_SINCE = 14;
    private static final int TRANSACTION_TIMEOUT_SINCE = 17;

    @RegisterExtension
    final Workbench bench = new Workbench();

    static Stream<String> settings() {
        int major = TestPostgres.shared().major();
        return Stream.of(
                        "13 statement_timeout",
                        "13 idle_in_transaction_session_timeout",
                        IDLE_SESSION_TIMEOUT_SINCE + " idle_session_timeout",
                        TRANSACTION_TIMEOUT_SINCE + " transaction_timeout")
                .filter(each -> Integer.parseInt(each.substring(0, 2)) <= major)
                .map(each -> each.substring(3));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void areNotThoseOfAMigration(String setting) {
        bench.write("shop/V2__second.sql", "SELECT pg_sleep(0.6);\nCOPY items FROM stdin;\n1\n\\.\nSELECT 1;\n");
        bench.write("shop/V3__third.sql", "VACUUM items;\nDO $$ BEGIN PERFORM pg_sleep(0.6); END $$;\nVACUUM items;\n");
        bench.write("shop/V3__third.sql.conf", "executeInTransaction=false\n");
        String role = bench.newRole("");
        bench.execute("ALTER ROLE " + role + " SET " + setting + " = '300ms'");
        Answer answer = bench.runAs(role, bench.server().port(), "upgrade");
        assertThat(answer.status()).as(answer.err()).isZero();
    }

    @Test
    void canBeSetForOneRun() {
        bench.write("shop/V2__second.sql", "ALTER TABLE items ADD COLUMN name text;\nSELECT pg_sleep(20);\n");
        Answer answer = bench.run("upgrade --statement-timeout 200ms");
        assertThat(answer.status()).as(answer.err()).isEqualTo(5);
        assertThat(answer.err())
                .contains(
                        "V2__second.sql:2: canceling statement due to statement timeout", "--statement-timeout 30min");
        assertThat(bench.applied()).containsExactly("1");
    }

    @Test
    void mayLeaveItOneConnectionTooFew() {
        String role = bench.newRole("CONNECTION LIMIT 1");
        Answer answer = bench.runAs(role, bench.server().port(), "upgrade");
        assertThat(answer.status()).as(answer.err()).isEqualTo(4);
        assertThat(answer.err())
                .contains("error: database-unreachable: ", "too many connections for role", "  help: ")
                .doesNotContain("\tat ");
        assertThat(bench.content()).noneMatch(each -> each.startsWith("shop"));
        bench.execute("ALTER ROLE " + role + " CONNECTION LIMIT 2");
        assertThat(bench.runAs(role, bench.server().port(), "upgrade").status()).isZero();
    }
}

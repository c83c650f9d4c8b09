package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a script does to its session, the next one does not notice. */
class ACleanSessionForEachStepTest {

    private static final String LOOK_AROUND = """
            CREATE TABLE %s AS SELECT current_user, session_user, current_setting('search_path') AS search_path,
                current_setting('lock_timeout') AS lock_timeout, current_setting('TimeZone') AS zone,
                current_setting('standard_conforming_strings') AS strings, current_setting('work_mem') AS memory,
                current_setting('statement_timeout') AS statement_timeout,
                current_setting('transaction_isolation') AS isolation, nullif(current_setting('my.own', true), '') AS own,
                to_regclass('pg_temp.mine') AS temporary, (SELECT count(*) FROM pg_listening_channels()) AS channels,
                (SELECT count(*) FROM pg_prepared_statements WHERE name = 'p') AS prepared,
                (SELECT count(*) FROM pg_cursors WHERE name = 'c') AS cursors,
                (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) AS locks;
            """;

    @RegisterExtension
    final Scene scene = new Scene();

    static List<String> mischief() {
        return List.of(
                "SET search_path TO public",
                "SELECT pg_catalog.set_config('search_path', '', false)",
                "SET ROLE pg_monitor",
                "SET SESSION AUTHORIZATION pg_monitor",
                "SET lock_timeout = 0",
                "SET statement_timeout = '1h'",
                "SET TimeZone = 'Asia/Tokyo'",
                "SET work_mem = '1MB'",
                "SET my.own = 'value'",
                "SET default_transaction_isolation = 'serializable'",
                "SET default_transaction_read_only = on",
                "CREATE TEMP TABLE mine ()",
                "LISTEN channel",
                "PREPARE p AS SELECT 1",
                "DECLARE c CURSOR WITH HOLD FOR SELECT 1",
                "SELECT pg_advisory_lock(42)");
    }

    @ParameterizedTest
    @MethodSource("mischief")
    void meetsTheNextScript(String mischief) throws SQLException {
        scene.modules()
                .upgrade("shop", "1__before", LOOK_AROUND.formatted("first"))
                .upgrade("shop", "2__mischief", mischief + ";\n")
                .upgrade("shop", "3__after", LOOK_AROUND.formatted("second"))
                .upgrade("shop", "4__mischief", mischief + ";\n")
                .withoutTransaction("shop", "V4__mischief")
                .upgrade("shop", "5__after", LOOK_AROUND.formatted("third"));
        assertThat(scene.up()).isInstanceOf(ApplyReport.Applied.class);
        List<String> before = scene.rows("SELECT * FROM shop.first");
        assertThat(scene.rows("SELECT * FROM shop.second")).isEqualTo(before);
        assertThat(scene.rows("SELECT * FROM shop.third")).isEqualTo(before);
        assertThat(scene.rows("SELECT DISTINCT installed_by FROM shop.flyway_schema_history"))
                .containsExactly(scene.database().user());
    }

    /** Nor the next one of the same transaction. */
    @ParameterizedTest
    @MethodSource("mischief")
    void meetsTheNextScriptOfAPlanThatIsOneTransaction(String mischief) throws SQLException {
        scene.modules()
                .upgrade("shop", "1__before", LOOK_AROUND.formatted("first"))
                .upgrade("shop", "2__mischief", mischief + ";\n")
                .upgrade("shop", "3__after", LOOK_AROUND.formatted("second"));
        assertThat(scene.runs().with(Runs.SETTINGS.atomically()).up()).isInstanceOf(ApplyReport.Applied.class);
        assertThat(scene.rows("SELECT * FROM shop.second")).isEqualTo(scene.rows("SELECT * FROM shop.first"));
    }

    @Test
    void meetsTheScriptAsFlywayWouldSetItUp() throws SQLException {
        scene.modules().upgrade("shop", "1__look", LOOK_AROUND.formatted("seen"));
        scene.up();
        assertThat(scene.rows("SELECT search_path, zone, lock_timeout, locks FROM shop.seen"))
                .containsExactly("\"shop\", \"$user\", public|UTC|100ms|2");
    }

    @Test
    void hasUniversalTimeWhereverTheProgramRuns() throws SQLException {
        scene.modules().upgrade("shop", "1__look", LOOK_AROUND.formatted("seen"));
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            scene.up();
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(scene.rows("SELECT zone FROM shop.seen")).containsExactly("UTC");
        assertThat(scene.rows("SELECT abs(extract(epoch FROM installed_on - (now() AT TIME ZONE 'UTC'))) < 60"
                        + " FROM shop.flyway_schema_history"))
                .containsExactly("t");
    }
}

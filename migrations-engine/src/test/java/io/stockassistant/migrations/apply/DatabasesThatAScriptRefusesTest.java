package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.testing.Psql;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script for psql finds out about the database before it changes anything. */
class DatabasesThatAScriptRefusesTest {

    private static final String STOPPED = " stopped in the middle";

    @RegisterExtension
    private final Scene scene = new Scene();

    @BeforeEach
    void write() {
        scene.modules()
                .module("core")
                .migration("core", "1__a", "create table a ();", "drop table a;")
                .migration("core", "6.0__b", "create table b ();", "drop table b;")
                .file("core/R__r.sql", "select 1;")
                .module("shop", "depends-on=core")
                .migration("shop", "1__one", "-- depends-on: core@1\ncreate table one ();", "drop table one;")
                .migration("shop", "2__two", "create table two ();", "drop table two;")
                .migration("shop", "3__three", "-- depends-on: core@6.0\ncreate table three ();", "drop table three;");
    }

    @ParameterizedTest
    @CsvSource({
        "shop, version = '2', shop@2 stopped in the middle, migrations repair shop@2",
        "core, version = '6.0', core@6.0 stopped in the middle, migrations repair core@6.0",
        "core, version IS NULL, R__r.sql of core stopped in the middle, migrations repair core"
    })
    void somethingStoppedInTheMiddle(String schema, String row, String message, String remedy) throws SQLException {
        scene.up("shop@2", "core");
        scene.execute("UPDATE " + schema + ".flyway_schema_history SET success = false WHERE " + row);
        assertThat(type(ScriptForPsql.up(scene, "shop@3", "shop@2"))).contains(message, remedy);
        assertThat(scene.rows("SELECT to_regclass('shop.three')")).containsExactly("null");
    }

    @Test
    void notWhatStoppedAndWasTakenBackSince() throws SQLException {
        scene.up("shop@2", "core");
        scene.execute("UPDATE core.flyway_schema_history SET success = false WHERE version IS NULL;"
                + " INSERT INTO core.flyway_schema_history SELECT 9, NULL, description, 'DELETE', script, checksum, 'x',"
                + " now(), 0, true FROM core.flyway_schema_history WHERE version IS NULL");
        assertThat(type(ScriptForPsql.up(scene, "shop@3", "shop@2"))).isEmpty();
    }

    /** A row of the history of core is its type, version and success. */
    @ParameterizedTest
    @CsvSource({
        "BASELINE 1 t, false",
        "BASELINE 6 t, true",
        "BASELINE 06.0.0 t, true",
        "BASELINE 10 t, true",
        "BASELINE 6 f, false",
        "SQL_BASELINE 6 t, true",
        "SQL_BASELINE 7.1 t, true",
        "SQL_BASELINE 5.9 t, false",
        "SQL_BASELINE 6 f, false",
        "SQL 6 t, true",
        "SQL 6_0 t, true",
        "SQL 6.0.1 t, false",
        "SQL 60 t, false",
        "JDBC 6 t, true",
        "SQL 6 t; DELETE 6.0 t, false",
        "SQL 6 t; DELETE 6.0 t; SQL 6.0 t, true",
        "BASELINE 6 t; DELETE 6 t, false",
        "BASELINE 7 t; BASELINE 2 t, false",
        "BASELINE 2 t; DELETE 1 t; BASELINE 8 t, true",
        "SCHEMA NULL t, false"
    })
    void aDependencyIsMissing(String history, boolean there) throws SQLException {
        scene.up("shop@2");
        scene.execute("DELETE FROM core.flyway_schema_history");
        fill("core", history);
        String said = type(ScriptForPsql.up(scene, "shop@3", "shop@2"));
        if (there) {
            assertThat(said).isEmpty();
        } else if (history.endsWith(" f")) {
            assertThat(said).contains(STOPPED);
        } else {
            assertThat(said).contains("this script needs core@6.0, which is not applied");
        }
    }

    @Test
    void theHistoryOfADependencyIsMissing() throws SQLException {
        scene.up("shop@2");
        scene.execute("DROP TABLE core.flyway_schema_history");
        assertThat(type(ScriptForPsql.up(scene, "shop@3", "shop@2")))
                .contains("this script needs core@6.0, which is not applied");
    }

    @ParameterizedTest
    @CsvSource({
        "SQL 1 t; SQL 2 t, true",
        "SQL 1.0 t; SQL 02 t, true",
        "JDBC 1_0 t; SQL 2.00 t, true",
        "SQL 1 t; SQL 2 t; SQL 2.0.1 t, false",
        "SQL 1 t; SQL 2 t; SQL 4 t; DELETE 4.0 t, true",
        "SQL 1 t, false",
        "SQL 1 t; BASELINE 2 t, true",
        "BASELINE 1 t; SQL 2 t, true",
        "SQL 2 t; SQL 1 t, true"
    })
    void theModuleIsSomewhereElse(String history, boolean right) throws SQLException {
        scene.up("shop@2", "core");
        scene.execute("DELETE FROM shop.flyway_schema_history");
        fill("shop", history);
        String said = type(ScriptForPsql.up(scene, "shop@3", "shop@2"));
        if (right) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).contains("another state of module shop", "expected: 1, 2");
        }
    }

    /** Whoever has looked knows it as it is, however odd. */
    @Test
    void notOneThatIsAsItWasSeen() throws SQLException {
        scene.up("shop@2", "core");
        scene.execute("DELETE FROM core.flyway_schema_history");
        fill("core", "BASELINE 1 t; BASELINE 6.00 t");
        assertThat(type(ScriptForPsql.of(scene, scene.database(), List.of(), false, "shop@3")))
                .isEmpty();
    }

    private void fill(String schema, String history) throws SQLException {
        int rank = 0;
        for (String row : history.split("; ", -1)) {
            String[] words = row.split(" ", -1);
            String version = words[1].equals("NULL") ? "NULL" : "'" + words[1] + "'";
            scene.execute("INSERT INTO " + schema + ".flyway_schema_history VALUES (" + ++rank + ", " + version
                    + ", 'x', '" + words[0] + "', 'x', NULL, 'x', now(), 0, '" + words[2] + "')");
        }
    }

    /** What went wrong; nothing when nothing did. */
    private String type(String script) {
        Psql.Result result = Psql.type(scene.database(), scene.database().name(), script);
        return result.status() == 0 ? "" : result.output();
    }
}

package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.ApplyReport.Applied;
import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Migration;
import io.stockassistant.migrations.script.Migrations;
import io.stockassistant.migrations.script.Repeatable;
import io.stockassistant.migrations.testing.Psql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The script that brings a database of Alembic to our heads, run by psql on such a database. */
final class TheAlembicBridgeTest {

    private static final Path SCRIPT = Path.of("..", "docs", "guides", "alembic-bridge.sql");
    private static final Migrations MIGRATIONS = Migrations.list(Modules.of(ModuleSource.classPath()));
    private static final Pattern HISTORY_ROW =
            Pattern.compile("\\(\\d, '(\\d+)', '([^']+)', 'SQL', '([^']+)', (-?\\d+),\\s+current_user, 0, true\\)");
    private static final String LAST_ALEMBIC_VERSION = "20260212000000";

    private final AlembicDatabase alembic = AlembicDatabase.ofSeeds();

    @RegisterExtension
    final Scene scene = new Scene();

    /** For comparison. */
    @RegisterExtension
    final Scene fresh = new Scene();

    @BeforeEach
    void build() throws SQLException {
        try (Connection connection = scene.connect()) {
            alembic.create(connection);
            alembic.fill(connection);
        }
    }

    private Psql.Result bridge() throws IOException {
        return Psql.type(scene.database(), scene.database().name(), Files.readString(SCRIPT));
    }

    private void cross() throws IOException {
        Psql.Result result = bridge();
        assertThat(result.status()).as(result.output()).isZero();
    }

    private static List<Migration> stamped() {
        return MIGRATIONS.modules().list().stream()
                .filter(each -> !each.name().equals("identity-access"))
                .flatMap(each -> MIGRATIONS.list(each.name()).stream())
                .filter(each -> each.version().toString().compareTo(LAST_ALEMBIC_VERSION) <= 0)
                .toList();
    }

    @Test
    void writesTheRowsThatAnUpgradeWouldWrite() throws IOException {
        List<MatchResult> rows =
                HISTORY_ROW.matcher(Files.readString(SCRIPT)).results().toList();
        assertThat(rows.stream()
                        .map(row -> row.group(3) + " " + row.group(1) + " " + row.group(2) + " " + row.group(4)))
                .containsExactlyElementsOf(stamped().stream()
                        .map(each -> each.upgrade().name() + " " + each.version() + " " + each.description() + " "
                                + each.upgrade().checksum())
                        .toList());
    }

    @Test
    void leavesTheRestToTheNextUpgrade() throws Exception {
        cross();
        Runs runs = scene.runs(() -> MIGRATIONS);
        ApplyReport report = runs.up();
        assertThat(report).isInstanceOf(Applied.class);
        Stream<Migration> versions = MIGRATIONS.modules().list().stream()
                .flatMap(each -> MIGRATIONS.list(each.name()).stream())
                .filter(each -> !stamped().contains(each));
        Stream<Repeatable> repeatables =
                MIGRATIONS.modules().list().stream().flatMap(each -> MIGRATIONS.listRepeatables(each.name()).stream());
        assertThat(report.done().stream().map(each -> each.step().name()).toList())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(versions, repeatables)
                        .map(Object::toString)
                        .toList());
        assertThat(runs.up()).isInstanceOf(NothingToDo.class);
    }

    @Test
    void givesTheCatalogOfAFreshDatabase() throws Exception {
        cross();
        scene.runs(() -> MIGRATIONS).up();
        fresh.runs(() -> MIGRATIONS).up();
        assertThat(scene.catalog().stream()
                        .filter(line -> !line.contains("alembic_version"))
                        .toList())
                .isEqualTo(fresh.catalog());
        String sequences = "SELECT schemaname, sequencename, data_type, start_value, min_value, max_value,"
                + " increment_by, cycle, cache_size FROM pg_sequences ORDER BY 1, 2";
        assertThat(scene.rows(sequences)).isEqualTo(fresh.rows(sequences)).isNotEmpty();
    }

    @Test
    void keepsEveryRow() throws Exception {
        Map<String, List<String>> before = new LinkedHashMap<>();
        for (String table : alembic.tables()) {
            before.put(table, scene.rows("SELECT t::text FROM public." + table + " t ORDER BY 1"));
            assertThat(before.get(table)).hasSize(4);
        }
        cross();
        for (String table : alembic.tables()) {
            assertThat(scene.rows(
                            "SELECT t::text FROM " + AlembicDatabase.schemaOf(table) + "." + table + " t ORDER BY 1"))
                    .as(table)
                    .isEqualTo(before.get(table));
        }
    }

    @Test
    void goesOnCountingWhereTheSequencesWere() throws Exception {
        scene.execute("SELECT setval('public.stock_info_id_seq', 41)");
        scene.execute("UPDATE public.llm_configs SET id = id + 100"); // keys given by hand, past the sequence
        cross();
        assertThat(nextKey("data_engineering.stock_info", "third_code, symbol, name", "'n', 'n', 'n'"))
                .containsExactly("42");
        assertThat(nextKey(
                        "llm_platform.llm_configs",
                        "alias, vendor, provider_type, api_key, model_name",
                        "'n', 'n', 'n', 'n', 'n'"))
                .containsExactly("105");
    }

    @Test
    void countsFromOneInTablesThatAreEmpty() throws Exception {
        scene.execute("TRUNCATE public.stock_info, public.llm_configs RESTART IDENTITY");
        cross();
        assertThat(nextKey("data_engineering.stock_info", "third_code, symbol, name", "'n', 'n', 'n'"))
                .containsExactly("1");
    }

    private List<String> nextKey(String table, String columns, String values) throws SQLException {
        return scene.rows("INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ") RETURNING id");
    }

    @Test
    void satisfiesStockFlyway() throws Exception {
        cross();
        for (String schema : List.of("data_engineering", "llm_platform")) {
            StockFlyway flyway = StockFlyway.on(scene.database(), schema, "classpath:db/migration/" + schema);
            assertThat(flyway.validate()).isEmpty();
        }
        scene.runs(() -> MIGRATIONS).up();
        for (String schema : List.of("data_engineering", "llm_platform", "identity_access")) {
            StockFlyway flyway = StockFlyway.on(scene.database(), schema, "classpath:db/migration/" + schema);
            assertThat(flyway.validate()).isEmpty();
            assertThat(flyway.info().values()).containsOnly("SUCCESS");
            assertThat(flyway.migrate()).isZero();
        }
    }

    @Test
    void changesNothingASecondTime() throws Exception {
        cross();
        List<String> before = scene.catalog();
        Psql.Result again = bridge();
        assertThat(again.status()).isNotZero();
        assertThat(again.output()).contains("alembic_version says moved-to-migrations");
        assertThat(scene.catalog()).isEqualTo(before);
    }

    @Test
    void changesNothingWhereItDoesNotFit() throws Exception {
        assertRefusedAfter(
                "UPDATE public.alembic_version SET version_num = 'c0ff00000001'", "starts from c0ff00000002");
        assertRefusedAfter("DELETE FROM public.alembic_version", "alembic_version says nothing");
        scene.execute("INSERT INTO public.alembic_version VALUES ('c0ff00000002')");
        assertRefusedAfter("ALTER TABLE public.stock_daily ADD COLUMN note text", "public.stock_daily does not have");
        scene.execute("ALTER TABLE public.stock_daily DROP COLUMN note");
        assertRefusedAfter(
                "UPDATE public.sync_tasks SET job_type = 'OTHER' WHERE id::text LIKE '%1'", "ck_sync_tasks_job_type");
        scene.execute("UPDATE public.sync_tasks SET job_type = 'DAILY_HISTORY'");
        assertRefusedAfter("DROP TABLE public.sync_failure_records", "no such table");
    }

    private void assertRefusedAfter(String change, String words) throws Exception {
        scene.execute(change);
        List<String> before = scene.catalog();
        Psql.Result result = bridge();
        assertThat(result.status()).as(result.output()).isNotZero();
        assertThat(result.output()).contains(words);
        assertThat(scene.catalog()).isEqualTo(before);
    }
}

package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockassistant.migrations.apply.ApplyReport.Applied;
import io.stockassistant.migrations.apply.ApplyReport.NothingToDo;
import io.stockassistant.migrations.module.ModuleSource;
import io.stockassistant.migrations.module.Modules;
import io.stockassistant.migrations.script.Migrations;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules of this program, from the class path. */
class TheThreeModulesTest {

    private static final Migrations MIGRATIONS = Migrations.list(Modules.of(ModuleSource.classPath()));

    @RegisterExtension
    final Scene scene = new Scene();

    @Test
    void upDownAndUpAgainGivesTheSameCatalog() throws SQLException {
        Runs runs = scene.runs(() -> MIGRATIONS);
        assertThat(runs.up()).isInstanceOf(Applied.class);
        List<String> head = scene.catalog();
        assertThat(head)
                .anyMatch(line -> line.startsWith("relation r data_engineering.stock_daily "))
                .anyMatch(line -> line.startsWith("relation r llm_platform.llm_configs "))
                .anyMatch(line -> line.startsWith("relation r identity_access.users "));

        assertThat(runs.down("base")).isInstanceOf(Applied.class);
        assertThat(scene.catalog())
                .as("the schemas are there, and nothing but their histories in them")
                .filteredOn(line -> line.startsWith("relation r") && !line.startsWith("relation r migrations."))
                .allMatch(line -> line.contains(".flyway_schema_history "))
                .hasSize(3);

        assertThat(runs.up()).isInstanceOf(Applied.class);
        assertThat(scene.catalog()).isEqualTo(head);
        assertThat(runs.up()).isInstanceOf(NothingToDo.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data_engineering", "llm_platform", "identity_access"})
    void stockFlywayFindsNothingWrongAndNothingToDo(String schema) throws SQLException {
        scene.runs(() -> MIGRATIONS).up();
        StockFlyway flyway = StockFlyway.on(scene.database(), schema, "classpath:db/migration/" + schema);
        assertThat(flyway.validate()).isEmpty();
        assertThat(flyway.info().values()).containsOnly("SUCCESS");
        assertThat(flyway.migrate()).isZero();
    }

    @Test
    void whatStockFlywayMigratedNeedsNothing() throws SQLException {
        for (String schema : List.of("data_engineering", "llm_platform", "identity_access")) {
            StockFlyway.on(scene.database(), schema, "classpath:db/migration/" + schema)
                    .migrate();
        }
        assertThat(scene.runs(() -> MIGRATIONS).up()).isInstanceOf(NothingToDo.class);
    }
}

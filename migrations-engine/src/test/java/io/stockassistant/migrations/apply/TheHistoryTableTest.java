package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheHistoryTableTest {

    @RegisterExtension
    final Scene scene = new Scene();

    @Test
    void hasTheShapeThatFlywayGivesIt() throws SQLException {
        scene.modules().upgrade("ours", "1__a", "SELECT 1;\n").upgrade("flyways", "1__a", "SELECT 1;\n");
        scene.up("ours");
        scene.flyway("flyways").migrate();
        assertThat(linesAbout("ours.")).isNotEmpty().isEqualTo(linesAbout("flyways."));
    }

    @Test
    void hasRowsThatReadLikeFlyways() throws SQLException {
        String words = "a_" + "very_".repeat(45) + "long_description";
        for (String module : List.of("ours", "flyways")) {
            scene.modules()
                    .upgrade(module, "1.0__words_and_words", "SELECT 1;\n")
                    .upgrade(module, "02__" + words, "SELECT 2;\n");
        }
        scene.up("ours");
        scene.execute("CREATE SCHEMA flyways");
        scene.flyway("flyways").migrate();
        assertThat(rowsOf("ours")).hasSize(2).isEqualTo(rowsOf("flyways"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop", "the-shop", "shop \"two\"", "läden"})
    void isFoundInASchemaWithAnOddName(String schema) throws SQLException {
        scene.modules()
                .module("shop", "schema=" + schema.replace("ä", "\\u00e4"), "history=The History")
                .migration("shop", "1__a", "CREATE TABLE a ();\n", "DROP TABLE a;\n");
        scene.up();
        StockFlyway flyway = new StockFlyway(StockFlyway.on(
                        scene.database(),
                        schema,
                        "filesystem:" + scene.modules().folder("shop"))
                .configuration()
                .table("The History"));
        assertThat(flyway.validate()).isEmpty();
        assertThat(flyway.info()).containsEntry("1", "SUCCESS");
        scene.down("base");
        assertThat(flyway.info()).containsEntry("1", "PENDING");
        assertThat(flyway.migrate()).isOne();
        assertThat(scene.up()).isInstanceOf(ApplyReport.NothingToDo.class);
    }

    private List<String> linesAbout(String prefix) throws SQLException {
        return scene.catalog().stream()
                .filter(line -> line.contains(prefix))
                .map(line -> line.replace(prefix, ""))
                .toList();
    }

    private List<String> rowsOf(String schema) throws SQLException {
        return scene.rows("SELECT installed_rank, version, description, type, script, checksum, installed_by, success,"
                + " execution_time BETWEEN 0 AND 5000, age(now()::timestamp, installed_on) < '1 day' FROM " + schema
                + ".flyway_schema_history ORDER BY 1");
    }
}

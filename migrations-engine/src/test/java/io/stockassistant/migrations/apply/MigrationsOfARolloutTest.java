package io.stockassistant.migrations.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockassistant.migrations.apply.ApplyReport.Applied;
import io.stockassistant.migrations.apply.ApplyReport.Stopped;
import io.stockassistant.migrations.catalog.CatalogReader;
import io.stockassistant.migrations.change.ChangeScript;
import io.stockassistant.migrations.change.Pair;
import io.stockassistant.migrations.rollout.Part;
import io.stockassistant.migrations.rollout.PartText;
import io.stockassistant.migrations.rollout.Rollout;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.testing.TestShadow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationsOfARolloutTest {

    private static final String BEFORE = "CREATE TABLE a (id int PRIMARY KEY, code text, x int);"
            + " CREATE TABLE b (id int PRIMARY KEY); CREATE INDEX i ON a (x);";

    private static final String AFTER = "CREATE TABLE a (id int PRIMARY KEY, code text NOT NULL CONSTRAINT u UNIQUE,"
            + " x int CONSTRAINT c CHECK (x > 0)); COMMENT ON COLUMN a.x IS 'more than none';"
            + " CREATE TABLE b (id int PRIMARY KEY, code text CONSTRAINT fk REFERENCES a (code));"
            + " CREATE INDEX i ON a (x, id); CREATE INDEX j ON b (code);";

    @RegisterExtension
    final Scene scene = new Scene();

    @Test
    void runUpDownAndUpAgain() throws SQLException {
        int parts = write(BEFORE, AFTER);
        assertThat(scene.up()).isInstanceOf(Applied.class);
        var after = catalog();
        assertThat(scene.down("-" + parts)).isInstanceOf(Applied.class);
        assertThat(catalog()).isNotEqualTo(after);
        assertThat(scene.up()).isInstanceOf(Applied.class);
        assertThat(catalog()).isEqualTo(after);
    }

    @Test
    void areUnderstoodByFlyway() throws SQLException {
        int parts = write(BEFORE, AFTER);
        assertThat(scene.flyway("shop").migrate()).isEqualTo(parts + 1);
    }

    @Test
    void goOnWhereRowsWereInTheWay() throws SQLException {
        int parts = write(BEFORE, AFTER);
        scene.up("shop@1");
        try (Connection rows = scene.connect()) {
            Sql.execute(rows, "INSERT INTO shop.a VALUES (1, 'one', 1), (2, 'one', 2)");
            Stopped report = (Stopped) scene.up();
            assertThat(report.failure().state()).contains("shop.u");
            Sql.execute(rows, "UPDATE shop.a SET code = 'two' WHERE id = 2");
        }
        scene.runs().repair();
        assertThat(scene.up()).isInstanceOf(Applied.class);
        assertThat(scene.history("shop")).hasSize(parts + 1);
    }

    @Test
    void refuseAnIndexThatABrokenBuildLeft() throws SQLException {
        scene.modules()
                .migration("shop", "1__a", "CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1);", "DROP TABLE a;");
        scene.up();
        try (Connection killed = scene.connect()) {
            assertThatThrownBy(() -> Sql.execute(killed, "CREATE UNIQUE INDEX CONCURRENTLY i ON shop.a (id)"))
                    .hasMessageContaining("could not create unique index");
            Sql.execute(killed, "DELETE FROM shop.a");
            scene.modules()
                    .migration(
                            "shop",
                            "2__i",
                            "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON a (id);",
                            "DROP INDEX CONCURRENTLY IF EXISTS i;");
            Stopped report = (Stopped) scene.up();
            assertThat(report.failure().message()).contains("the index shop.i is invalid");
            scene.runs().repair();
            Sql.execute(killed, "DROP INDEX CONCURRENTLY shop.i");
        }
        assertThat(scene.up()).isInstanceOf(Applied.class);
    }

    private io.stockassistant.migrations.catalog.Catalog catalog() throws SQLException {
        try (Connection connection = scene.connect()) {
            return CatalogReader.read(connection, Pair.SHOP.scope());
        }
    }

    /** As one migration that builds the one schema, and those that lead to the other. */
    private int write(String before, String after) throws SQLException {
        List<Part> parts = new ArrayList<>();
        try (Shadow shadow = TestShadow.open();
                Pair pair = new Pair(shadow, Pair.SHOP)) {
            pair.build("", before, after);
            ChangeScript script = pair.comparison().script(pair.one(), pair.other(), List.of());
            parts.addAll(new Rollout(pair.comparison()).safe(pair.one(), pair.other(), script));
        }
        PartText text = new PartText();
        scene.modules().migration("shop", "1__first", before, "DROP TABLE b; DROP TABLE a;");
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String name = (i + 2) + "__change" + part.suffix().replace(' ', '_');
            scene.modules().migration("shop", name, text.upgrade(part), text.downgrade(part));
            text.upgradeConf(part).ifPresent(conf -> scene.modules().file("shop/V" + name + ".sql.conf", conf));
            text.downgradeConf(part).ifPresent(conf -> scene.modules().file("shop/U" + name + ".sql.conf", conf));
        }
        return parts.size();
    }
}

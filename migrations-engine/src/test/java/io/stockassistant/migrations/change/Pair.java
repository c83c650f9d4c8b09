package io.stockassistant.migrations.change;

import io.stockassistant.migrations.change.pgcodekeeper.PgCodeKeeperDiff;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Two databases with a schema called shop, for one case after another. */
final class Pair implements AutoCloseable {

    static final ModuleSchema SHOP = new ModuleSchema("shop", "flyway_schema_history");

    private final Shadow shadow;
    private final ShadowDatabase one;
    private final ShadowDatabase other;
    private final SchemaComparison comparison;

    Pair(Shadow shadow) {
        this.shadow = shadow;
        this.one = shadow.create();
        this.other = shadow.create();
        this.comparison = new SchemaComparison(shadow, new PgCodeKeeperDiff(), SHOP);
    }

    /** A way with its proof. */
    record Way(ChangeScript script, ScriptProof proof) {

        List<String> hazards() {
            return script.statements().stream()
                    .flatMap(each -> each.hazards().stream())
                    .map(Hazard::code)
                    .distinct()
                    .sorted()
                    .map(HazardCode::name)
                    .toList();
        }

        /** Rows in the way, of which no statement warned. */
        List<ScriptProof.Refusal> unannouncedRefusals() {
            return proof.refusals().stream()
                    .filter(each -> !each.statement().has(HazardCode.DATA_DEPENDENT))
                    .toList();
        }

        /** Lost values, of which no statement warned. */
        List<LostValues> unannouncedLosses() {
            boolean announced = script.statements().stream()
                    .anyMatch(each -> each.has(HazardCode.DATA_LOSS) || each.has(HazardCode.REPLACES_OBJECT));
            return announced
                    ? List.of()
                    : proof.lost().stream().filter(each -> !each.typeChanged()).toList();
        }

        /** As a failing test prints it. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            script.statements()
                    .forEach(each -> text.append(each)
                            .append("  ")
                            .append(each.hazards())
                            .append('\n'));
            return text.append(proof).toString();
        }
    }

    /** @param beside what exists beside the schema, in both */
    void build(String beside, String before, String after) throws SQLException {
        build(one, beside, before);
        build(other, beside, after);
    }

    private static void build(ShadowDatabase database, String beside, String sql) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP PUBLICATION IF EXISTS p; DROP SCHEMA IF EXISTS shop CASCADE;"
                    + " DROP SCHEMA IF EXISTS base CASCADE; CREATE SCHEMA shop; " + beside);
            statement.execute("SET search_path = shop, public; " + sql);
        }
    }

    Way there(List<Rename> renames) throws SQLException {
        return way(one, other, Rename.inOrder(renames));
    }

    Way back(List<Rename> renames) throws SQLException {
        return way(other, one, Rename.back(renames));
    }

    private Way way(ShadowDatabase from, ShadowDatabase to, List<Rename> renames) throws SQLException {
        ChangeScript script = comparison.script(from, to, renames);
        return new Way(
                script, new Proof(shadow, SHOP, comparison).run(from, to, script.statements(), script.renames()));
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}

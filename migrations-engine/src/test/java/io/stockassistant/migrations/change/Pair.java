package io.stockassistant.migrations.change;

import io.stockassistant.migrations.catalog.Scope;
import io.stockassistant.migrations.change.pgcodekeeper.PgCodeKeeperDiff;
import io.stockassistant.migrations.module.HistoryTable;
import io.stockassistant.migrations.shadow.Shadow;
import io.stockassistant.migrations.shadow.ShadowDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Two databases with a schema called shop, and maybe others, for one case after another. */
public final class Pair implements AutoCloseable {

    private static final HistoryTable HISTORY = new HistoryTable("shop", "flyway_schema_history");

    /** One schema. */
    public static final Extent SHOP = Extent.ofModule("shop", HISTORY);

    /** Several, of which there may be one on one side only. */
    static final Extent SHOPS = ofSchemas("shop", "base", "Third \"3\"", "public");

    private final Shadow shadow;
    private final ShadowDatabase one;
    private final ShadowDatabase other;
    private final SchemaComparison comparison;

    public Pair(Shadow shadow, Extent extent) {
        this.shadow = shadow;
        this.one = shadow.create();
        this.other = shadow.create();
        this.comparison = new SchemaComparison(shadow, new PgCodeKeeperDiff(), extent);
    }

    private static Extent ofSchemas(String... schemas) {
        Scope scope =
                Scope.schemas(List.of(schemas)).withPublications().withoutTable(HISTORY.schema(), HISTORY.table());
        return new Extent(scope, List.of(schemas), List.of(HISTORY), List.of(), false);
    }

    /** A way with its proof. */
    record Way(ChangeScript script, ScriptProof proof, List<String> wrongRewrites) {

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
    public void build(String beside, String before, String after) throws SQLException {
        build(one, beside, before);
        build(other, beside, after);
    }

    private static void build(ShadowDatabase database, String beside, String sql) throws SQLException {
        try (Connection connection = database.open("");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP PUBLICATION IF EXISTS p; DROP SCHEMA IF EXISTS shop CASCADE;"
                    + " DROP SCHEMA IF EXISTS base CASCADE; DROP SCHEMA IF EXISTS \"Third \"\"3\"\"\" CASCADE;"
                    + " DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; CREATE SCHEMA shop; " + beside);
            statement.execute("SET search_path = shop, public; " + sql);
        }
    }

    /** Where the way there begins. */
    public ShadowDatabase one() {
        return one;
    }

    /** Where it ends. */
    public ShadowDatabase other() {
        return other;
    }

    public SchemaComparison comparison() {
        return comparison;
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
                script,
                new Proof(comparison).run(from, to, script.statements(), script.renames()),
                Rewrites.unlikeTheServer(shadow, from, script));
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}

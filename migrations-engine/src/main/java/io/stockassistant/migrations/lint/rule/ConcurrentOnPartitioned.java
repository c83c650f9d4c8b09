package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.FailureRule;
import io.stockassistant.migrations.lint.FailureScene;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.script.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CONCURRENTLY where the server cannot do it. */
final class ConcurrentOnPartitioned implements FailureRule {

    private static final String NOT_SUPPORTED = "0A000";
    private static final Pattern CREATE = Pattern.compile("on partitioned table \"(.+)\" concurrently");
    private static final Pattern DROP = Pattern.compile("drop partitioned index \".+\" concurrently");

    @Override
    public About about() {
        return new About(
                "concurrent-on-partitioned",
                Severity.ERROR,
                "An index of a partitioned table cannot be built or dropped concurrently",
                "PostgreSQL refuses CREATE INDEX CONCURRENTLY and DROP INDEX CONCURRENTLY on a partitioned table.",
                "CREATE INDEX ON ONLY the table; CREATE INDEX CONCURRENTLY on each partition, in a migration without a transaction; ALTER INDEX … ATTACH PARTITION for each.");
    }

    @Override
    public List<Remark> check(FailureScene scene) {
        Matcher create = CREATE.matcher(scene.failure().message());
        if (scene.isState(NOT_SUPPORTED) && create.find()) {
            return List.of(new Remark(
                    create.group(1) + " is partitioned: CREATE INDEX CONCURRENTLY is refused.",
                    byParts(scene, create.group(1))));
        }
        return scene.isState(NOT_SUPPORTED)
                        && DROP.matcher(scene.failure().message()).find()
                ? List.of(new Remark(
                        "The index of a partitioned table cannot be dropped CONCURRENTLY.",
                        "DROP INDEX without CONCURRENTLY. " + SafeSql.ALONE))
                : List.of();
    }

    private static String byParts(FailureScene scene, String name) {
        Partitions partitions = new Partitions(scene.migration().effects().tables());
        String sql = scene.findStatement().map(Statement::body).orElse("");
        return scene.migration().effects().tables().stream()
                .map(TableState::relation)
                .filter(each -> each.kind() == Relation.Kind.PARTITIONED_TABLE)
                .filter(each -> SafeSql.isNamed(each, name))
                .findFirst()
                .map(each -> SafeSql.indexByParts(each, SafeSql.definition(sql), partitions.leaves(each)))
                .orElse("CREATE INDEX ON ONLY " + name + ", CONCURRENTLY on each partition, and attach these.");
    }
}

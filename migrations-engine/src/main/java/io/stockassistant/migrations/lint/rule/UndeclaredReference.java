package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TakenLock;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.MigrationScene;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import io.stockassistant.migrations.module.Module;
import io.stockassistant.migrations.plan.Step;
import io.stockassistant.migrations.script.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects of another module that are used without saying so. */
final class UndeclaredReference implements StatementRule {

    @Override
    public About about() {
        return new About(
                "undeclared-reference",
                Severity.ERROR,
                "Something of another module is used, and the file does not say so",
                "Only what is declared is applied first: in another order, or on an empty database, the migration fails.",
                "Name the module in dependsOn of this one (depends-on in module.properties), and at the "
                        + "top of the file the migration that is needed: -- depends-on: accounts@20260101000000.");
    }

    @Override
    public List<Remark> check(Scene scene) {
        Set<String> touched =
                ForeignObject.touched(scene).values().stream().map(Module::name).collect(Collectors.toSet());
        Map<String, Remark> remarks = new LinkedHashMap<>();
        uses(scene)
                .filter(each -> !touched.contains(each.owner()) && !remarks.containsKey(each.owner()))
                .forEach(each -> findLack(scene, each)
                        .map(lack -> new Remark(
                                each.what() + " of the module " + each.owner() + ", but " + lack + ".",
                                remedy(scene, each)))
                        .ifPresent(remark -> remarks.put(each.owner(), remark)));
        return List.copyOf(remarks.values());
    }

    /** @param target as the server writes it */
    private record Use(String owner, String target, String what) {}

    private static Stream<Use> uses(Scene scene) {
        Stream<Use> references = scene.effects().references().stream()
                .filter(each -> each.schema().equals(scene.migration().module().schema()))
                .flatMap(each -> findOwner(scene, each.targetSchema()).stream()
                        .map(owner -> new Use(
                                owner.name(),
                                each.target(),
                                each.identity() + " refers to " + each.targetType() + " " + each.target())));
        Stream<Use> readings = Stream.concat(read(scene).stream(), ForeignObject.sequences(scene.effects()).stream())
                .flatMap(each -> findOwner(scene, each.schema()).stream()
                        .map(owner -> new Use(owner.name(), each.qualified(), "It reads " + each)));
        return Stream.concat(references, readings);
    }

    private static Optional<Module> findOwner(Scene scene, String schema) {
        return ForeignObject.findForeignOwner(scene, schema);
    }

    /** Rows that a foreign key looks up need no word: the migration with the key has said it. */
    private static List<Relation> read(Scene scene) {
        boolean isAboutRights = !scene.effects().commands().isEmpty()
                && scene.effects().commands().stream()
                        .allMatch(
                                each -> each.tag().equals("GRANT") || each.tag().equals("REVOKE"));
        return isAboutRights
                ? List.of()
                : scene
                        .migration()
                        .wholesOf(scene.effects().locks().stream()
                                .filter(each ->
                                        each.mode() == LockMode.ACCESS_SHARE || each.mode() == LockMode.ROW_SHARE)
                                .map(TakenLock::relation)
                                .toList())
                        .stream()
                        .filter(each -> !each.kind().isIndex() && each.kind() != Relation.Kind.SEQUENCE)
                        .filter(each -> ForeignObject.findForeignOwner(scene, each.schema())
                                .isPresent())
                        .filter(each -> !isBoundByForeignKey(scene, each))
                        .toList();
    }

    private static boolean isBoundByForeignKey(Scene scene, Relation other) {
        String own = scene.migration().module().schema();
        boolean isRead = (scene.effects().commands().isEmpty() || DeepTokens.contains(scene.sql(), "select"))
                && scene.effects().locks().stream()
                        .anyMatch(each -> each.relation().equals(other) && each.mode() == LockMode.ACCESS_SHARE);
        return !isRead
                && (hasKey(scene, table -> table.relation().schema().equals(own), other.oid())
                        || scene.migration()
                                .findAtEnd(other.oid())
                                .filter(each -> pointsInto(scene, each, own))
                                .isPresent());
    }

    private static boolean hasKey(Scene scene, Predicate<TableState> which, long target) {
        return scene.migration().effects().tables().stream()
                .filter(which)
                .flatMap(each -> each.constraints().stream())
                .anyMatch(each -> each.target() == target);
    }

    private static boolean pointsInto(Scene scene, TableState table, String schema) {
        return table.constraints().stream()
                .map(each -> scene.migration().findAtEnd(each.target()))
                .flatMap(Optional::stream)
                .anyMatch(each -> each.relation().schema().equals(schema));
    }

    private static Optional<String> findLack(Scene scene, Use use) {
        MigrationScene migration = scene.migration();
        Step step = migration.effects().step();
        if (!isDeclared(migration, use)) {
            return Optional.of("the module " + step.module() + " does not depend on it");
        }
        boolean names = step.change().upgrade().header().dependsOn().stream()
                .anyMatch(each -> each.module().equals(use.owner()));
        if (step.findVersion().isEmpty()) {
            return Optional.empty();
        }
        return names
                ? migration
                        .origins()
                        .findMaker(use.target())
                        .filter(each -> !migration.origins().isNamed(step.module(), each))
                        .map(each -> "the file names a migration before " + each + ", which has made it")
                : Optional.of("the file has no depends-on header for it");
    }

    private static boolean isDeclared(MigrationScene migration, Use use) {
        return migration.modules().dependenciesOf(migration.module().name()).contains(use.owner());
    }

    private static String remedy(Scene scene, Use use) {
        MigrationScene migration = scene.migration();
        String needed = migration
                .origins()
                .findMaker(use.target())
                .map(Revision::toString)
                .orElseGet(() -> migration
                        .origins()
                        .findNewest(use.owner())
                        .map(each -> each + ", or the earlier one that has made it")
                        .orElse(use.owner() + "@VERSION"));
        String header = "at the top of the file: -- depends-on: " + needed;
        if (isDeclared(migration, use)) {
            return "Write " + header;
        }
        String module = migration.module().name();
        return "Name " + use.owner() + " in dependsOn of " + module + " (depends-on in module.properties)"
                + (migration.effects().step().findVersion().isEmpty() ? "." : ", and write " + header);
    }
}

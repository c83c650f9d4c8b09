package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.LockMode;
import io.stockassistant.migrations.effect.Reference;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
        Map<String, String> used = new LinkedHashMap<>();
        for (Reference each : scene.effects().references()) {
            if (each.schema().equals(scene.migration().module().schema())) {
                findOwner(scene, each.targetSchema())
                        .ifPresent(owner -> used.putIfAbsent(
                                owner.name(),
                                each.identity() + " refers to " + each.targetType() + " " + each.target()));
            }
        }
        for (Relation each : read(scene)) {
            findOwner(scene, each.schema()).ifPresent(owner -> used.putIfAbsent(owner.name(), "It reads " + each));
        }
        ForeignObject.touched(scene).values().forEach(each -> used.remove(each.name()));
        List<Remark> remarks = new ArrayList<>();
        used.forEach((owner, what) -> findLack(scene, owner)
                .map(lack -> new Remark(what + " of the module " + owner + ", but " + lack + ".", remedy(scene, owner)))
                .ifPresent(remarks::add));
        return remarks;
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
                : scene.effects().locks().stream()
                        .filter(each -> each.mode() == LockMode.ACCESS_SHARE || each.mode() == LockMode.ROW_SHARE)
                        .map(TakenLock::relation)
                        .filter(each -> !each.kind().isIndex() && each.kind() != Relation.Kind.SEQUENCE)
                        .filter(each -> ForeignObject.findForeignOwner(scene, each.schema())
                                .isPresent())
                        .filter(each -> !isBoundByForeignKey(scene, each))
                        .distinct()
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

    private static Optional<String> findLack(Scene scene, String owner) {
        MigrationScene migration = scene.migration();
        Step step = migration.effects().step();
        boolean declares = migration.modules().dependenciesOf(step.module()).contains(owner);
        boolean names = step.change().upgrade().header().dependsOn().stream()
                .anyMatch(each -> each.module().equals(owner));
        if (declares && (names || step.findVersion().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                declares
                        ? "the file has no depends-on header for it"
                        : "the module " + step.module() + " does not depend on it");
    }

    private static String remedy(Scene scene, String owner) {
        MigrationScene migration = scene.migration();
        Step step = migration.effects().step();
        String header = "write at the top of the file: -- depends-on: " + owner
                + "@VERSION, with the migration that has made it (migrations history " + owner + ").";
        if (migration.modules().dependenciesOf(step.module()).contains(owner)) {
            return header.substring(0, 1).toUpperCase(Locale.ROOT) + header.substring(1);
        }
        return "Name " + owner + " in dependsOn of " + step.module() + " (depends-on in module.properties)"
                + (step.findVersion().isEmpty() ? "." : ", and " + header);
    }
}

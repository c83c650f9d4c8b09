package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.StatementEffects.TypeChange;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.effect.TypeState.DomainConstraint;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Constraints that the rows of a table that was there have to fulfil. */
final class MayNotFitData implements StatementRule {

    @Override
    public About about() {
        return new About(
                "may-not-fit-data",
                Severity.INFO,
                "The rows that there are may not fit",
                "If a single row in production breaks the new constraint, the migration fails there, and not before.",
                "Count the rows that break it, in production, before the release; or let an earlier migration mend them.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        List<Remark> remarks = new ArrayList<>();
        Partitions partitions = new Partitions(scene);
        partitions
                .changes(each -> !unique(scene, each).isEmpty())
                .forEach(change -> unique(scene, change).stream()
                        .map(each -> ofUnique(change, each))
                        .forEach(remarks::add));
        partitions
                .changes(each -> !notNull(scene, each).isEmpty())
                .forEach(change -> notNull(scene, change).stream()
                        .map(each -> remark(change, each + " NOT NULL", each + " IS NULL"))
                        .forEach(remarks::add));
        scene.effects().changes().forEach(each -> addConstraints(scene, each, remarks));
        for (TypeChange each : scene.effects().types()) {
            if (!scene.effects().scanned().isEmpty()) {
                each.after().constraints().forEach((oid, constraint) -> {
                    DomainConstraint before = each.before().constraints().get(oid);
                    if (constraint.validated() && (before == null || !before.validated())) {
                        remarks.add(new Remark(
                                "A value of " + each.after().qualified() + " that is there may break "
                                        + constraint.definition() + ".",
                                "Look for one in production before the release."));
                    }
                });
            }
        }
        return remarks;
    }

    /** One of those that are about the same columns. */
    private static Collection<Index> unique(Scene scene, TableChange change) {
        Map<List<Integer>, Index> unique = new LinkedHashMap<>();
        MadeTables.addedIndexes(change)
                .filter(each -> each.unique() && isOld(scene, change, each.columns()))
                .forEach(each -> unique.putIfAbsent(each.columns(), each));
        return unique.values();
    }

    private static List<String> notNull(Scene scene, TableChange change) {
        return change.changedColumns().stream()
                .filter(each -> !each.before().notNull() && each.after().notNull())
                .filter(each ->
                        isProvenByReading(scene, change) && !SetNotNullScan.isProven(change.before(), each.after()))
                .map(each -> each.after().name())
                .toList();
    }

    /** What comes down from a whole is said of that. */
    private static void addConstraints(Scene scene, TableChange change, List<Remark> remarks) {
        Stream.concat(
                        MadeTables.addedConstraints(change).filter(Constraint::validated),
                        change.changedConstraints().stream()
                                .filter(each -> !each.before().validated()
                                        && each.after().validated())
                                .map(each -> each.after()))
                .filter(each -> !each.inherited() && isOld(scene, change, each.columns()))
                .filter(each -> each.kind() != ConstraintKind.CHECK || isProvenByReading(scene, change))
                .flatMap(each -> of(change, each).stream())
                .forEach(remarks::add);
    }

    /** In a column of this very migration there is what it has put there. */
    private static boolean isOld(Scene scene, TableChange change, List<Integer> columns) {
        return scene.migration()
                .findBefore(change.table().oid())
                .filter(before -> columns.stream()
                        .anyMatch(each -> each == 0 || before.findColumn(each).isPresent()))
                .isPresent();
    }

    /** Where a check has proven it, the server does not read the table, nor any partition. */
    private static boolean isProvenByReading(Scene scene, TableChange change) {
        return scene.effects().scanned().stream()
                .anyMatch(each -> scene.migration().wholeOf(each).oid()
                        == scene.migration().wholeOf(change.table()).oid());
    }

    private static Remark ofUnique(TableChange change, Index index) {
        String columns = ColumnNames.of(change.after(), index.columns());
        String query = index.columns().contains(0) || index.partial()
                ? "Look for rows that are there twice in production before the release: " + index.definition() + "."
                : "In production before the release: SELECT " + columns + ", count(*) FROM " + change.table()
                        + " GROUP BY " + columns + " HAVING count(*) > 1;";
        return new Remark(
                "Rows of " + change.table() + " may be there twice, which " + index.name() + " does not allow.", query);
    }

    private static Optional<Remark> of(TableChange change, Constraint constraint) {
        return switch (constraint.kind()) {
            case CHECK -> {
                String condition =
                        constraint.definition().replaceFirst("^CHECK ", "").replace(" NOT VALID", "");
                yield Optional.of(remark(change, constraint.definition(), "NOT " + condition));
            }
            case FOREIGN_KEY ->
                Optional.of(new Remark(
                        "A row of " + change.table() + " may refer to one that is not there, which " + constraint.name()
                                + " does not allow: " + constraint.definition() + ".",
                        "Look for such rows in production before the release."));
            default -> Optional.empty();
        };
    }

    private static Remark remark(TableChange change, String what, String condition) {
        return new Remark(
                "A row of " + change.table() + " may break " + what + ".",
                "In production before the release: SELECT count(*) FROM " + change.table() + " WHERE " + condition
                        + ";");
    }
}

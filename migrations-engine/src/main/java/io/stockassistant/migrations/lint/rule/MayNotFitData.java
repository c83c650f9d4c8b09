package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.StatementEffects.TypeChange;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedColumn;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        for (TableChange change : scene.effects().changes()) {
            if (change.before().parent() == 0) {
                add(scene, change, remarks);
            }
        }
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

    private static void add(Scene scene, TableChange change, List<Remark> remarks) {
        Set<List<Integer>> unique = new LinkedHashSet<>();
        for (Index each : MadeTables.addedIndexes(change).toList()) {
            if (each.unique() && isOld(scene, change, each.columns()) && unique.add(each.columns())) {
                remarks.add(ofUnique(change, each));
            }
        }
        for (ChangedColumn each : change.changedColumns()) {
            if (!each.before().notNull() && each.after().notNull() && isProvenByReading(scene, change)) {
                remarks.add(remark(
                        change, each.after().name() + " NOT NULL", each.after().name() + " IS NULL"));
            }
        }
        Stream.concat(
                        MadeTables.addedConstraints(change).filter(Constraint::validated),
                        change.changedConstraints().stream()
                                .filter(each -> !each.before().validated()
                                        && each.after().validated())
                                .map(each -> each.after()))
                .filter(each -> isOld(scene, change, each.columns()))
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

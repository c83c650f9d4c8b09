package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.StatementEffects.TypeChange;
import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableChange.ChangedColumn;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.effect.TypeState.DomainConstraint;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.RowQuestion;
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

/** Constraints and types that the rows of a table that was there have to fit. */
final class MayNotFitData implements StatementRule {

    @Override
    public About about() {
        return new About(
                "may-not-fit-data",
                Severity.INFO,
                "The rows that there are may not fit",
                "If a single row in production breaks the new constraint or does not fit the new type, the migration fails there, and not before.",
                "Count the rows that break it, in production, before the release, as lint --live does; or let an earlier migration mend them.");
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
                .forEach(change -> unique(scene, change)
                        .forEach(index -> remarks.add(
                                ofUnique(change, index).asking(new RowQuestions(scene, change).ofDuplicates(index)))));
        partitions
                .changes(each -> !notNull(scene, each).isEmpty())
                .forEach(change -> notNull(scene, change).forEach(each -> remarks.add(ofNulls(scene, change, each))));
        partitions
                .changes(each -> !misfits(scene, each).isEmpty())
                .forEach(change -> remarks.addAll(misfits(scene, change)));
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

    private static List<Column> notNull(Scene scene, TableChange change) {
        return change.changedColumns().stream()
                .filter(each -> !each.before().notNull() && each.after().notNull())
                .filter(each ->
                        isProvenByReading(scene, change) && !SetNotNullScan.isProven(change.before(), each.after()))
                .map(ChangedColumn::after)
                .toList();
    }

    private static Remark ofNulls(Scene scene, TableChange change, Column column) {
        return remark(change, column.name() + " NOT NULL", column.name() + " IS NULL")
                .asking(new RowQuestions(scene, change).ofNulls(column.number(), column.name()));
    }

    private static List<Remark> misfits(Scene scene, TableChange change) {
        return change.changedColumns().stream()
                .flatMap(each -> NarrowerType.findMisfits(scene.sql(), each.before(), each.after()).stream()
                        .map(condition -> ofMisfits(scene, change, each.after(), condition)))
                .toList();
    }

    /** What comes down from a whole is said of that. */
    private static void addConstraints(Scene scene, TableChange change, List<Remark> remarks) {
        RowQuestions questions = new RowQuestions(scene, change);
        Stream.concat(
                        MadeTables.addedConstraints(change).filter(Constraint::validated),
                        change.changedConstraints().stream()
                                .filter(each -> !each.before().validated()
                                        && each.after().validated())
                                .map(each -> each.after()))
                .filter(each -> !each.inherited() && isOld(scene, change, each.columns()))
                .filter(each -> each.kind() != ConstraintKind.CHECK || isProvenByReading(scene, change))
                .flatMap(each -> of(questions, change, each).stream())
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

    private static Remark ofMisfits(Scene scene, TableChange change, Column column, String condition) {
        return new Remark(
                        "A value of " + change.table() + "." + column.name() + " may not fit " + column.type() + ".",
                        count(change, condition))
                .asking(new RowQuestions(scene, change)
                        .ofMisfits(
                                column.number(),
                                condition,
                                "a value of " + column.name() + " that does not fit " + column.type()));
    }

    private static Optional<Remark> of(RowQuestions questions, TableChange change, Constraint constraint) {
        return switch (constraint.kind()) {
            case CHECK -> {
                String condition = constraint
                        .definition()
                        .replaceFirst("^CHECK ", "")
                        .replaceFirst("( NO INHERIT)?( NOT VALID)?$", "");
                yield Optional.of(remark(change, constraint.definition(), "NOT " + condition)
                        .asking(questions.ofCheck(constraint, condition)));
            }
            case FOREIGN_KEY -> {
                Optional<RowQuestion> orphans = questions.ofOrphans(constraint);
                String count = orphans.map(RowQuestion::rows)
                        .map(each -> each.replaceFirst("SELECT", "SELECT count(*)") + ";")
                        .orElse("look for such rows.");
                yield Optional.of(new Remark(
                                "A row of " + change.table() + " may refer to one that is not there, which "
                                        + constraint.name() + " does not allow: " + constraint.definition() + ".",
                                "In production before the release: " + count)
                        .asking(orphans));
            }
            default -> Optional.empty();
        };
    }

    private static Remark remark(TableChange change, String what, String condition) {
        return new Remark("A row of " + change.table() + " may break " + what + ".", count(change, condition));
    }

    private static String count(TableChange change, String condition) {
        return "In production before the release: SELECT count(*) FROM " + change.table() + " WHERE " + condition + ";";
    }
}

package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TableState.ConstraintKind;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column that brings a constraint with it. */
final class AddColumnWithConstraint implements StatementRule {

    @Override
    public About about() {
        return new About(
                "add-column-with-constraint",
                Severity.ERROR,
                "A new column brings a constraint that reads or sorts all rows",
                "The constraint of a new column is checked, or its index built, while ACCESS EXCLUSIVE is held: nobody reads or writes the table.",
                "Add the column alone. Then the constraint as if the column had always been there: NOT VALID and VALIDATE CONSTRAINT, or CREATE UNIQUE INDEX CONCURRENTLY and USING INDEX.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        Partitions partitions = new Partitions(scene);
        return Stream.of(ConstraintKind.values())
                .flatMap(each -> NewConstraint.list(scene, each))
                .filter(each -> !each.newColumns().isEmpty()
                        && !partitions.isRewritten(each.change().table()))
                .filter(each -> costs(partitions, each))
                .map(AddColumnWithConstraint::remark)
                .toList();
    }

    /** A foreign key of a new column without a default has nothing to look up. */
    private static boolean costs(Partitions partitions, NewConstraint added) {
        return switch (added.constraint().kind()) {
            case CHECK -> added.reads(partitions);
            case FOREIGN_KEY ->
                added.constraint().validated()
                        && added.newColumns().stream()
                                .anyMatch(each -> each.findDefault().isPresent());
            case UNIQUE, PRIMARY_KEY, EXCLUSION -> added.builds(partitions);
            case NOT_NULL, TRIGGER -> false;
        };
    }

    private static Remark remark(NewConstraint added) {
        Relation table = added.change().table();
        String columns = added.newColumns().stream()
                .map(each -> "ALTER TABLE " + table + " ADD COLUMN " + each.name() + " " + each.type()
                        + each.findDefault().map(value -> " DEFAULT " + value).orElse("") + ";")
                .collect(Collectors.joining(" "));
        return new Remark(
                (added.findNewIndex().isPresent()
                                ? "The index of " + added.constraint().name() + " is built"
                                : table + " is read as a whole for "
                                        + added.constraint().name())
                        + ", which comes with a new column, while nobody can read or write " + table + ".",
                columns + " " + SafeSql.added(added));
    }
}

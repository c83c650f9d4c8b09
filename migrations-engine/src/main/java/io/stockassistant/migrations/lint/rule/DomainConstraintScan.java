package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.Relation;
import io.stockassistant.migrations.effect.TypeState;
import io.stockassistant.migrations.effect.TypeState.DomainConstraint;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A constraint of a domain that columns have. */
final class DomainConstraintScan implements StatementRule {

    @Override
    public About about() {
        return new About(
                "domain-constraint-scan",
                Severity.ERROR,
                "A constraint of a domain reads all tables that use it",
                "All rows of all tables with a column of the domain are read while SHARE is held on them: every INSERT, UPDATE and DELETE waits.",
                "ALTER DOMAIN … ADD CONSTRAINT … NOT VALID, which binds new values at once, and VALIDATE CONSTRAINT in a later migration.");
    }

    @Override
    public boolean explainsRefusal() {
        return true;
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (scene.effects().scanned().isEmpty()) {
            return List.of();
        }
        String tables = scene.effects().scanned().stream()
                .map(Relation::qualified)
                .sorted()
                .collect(Collectors.joining(", "));
        Stream<Remark> ofNotNull = scene.effects().types().stream()
                .filter(each -> !each.before().notNull() && each.after().notNull())
                .map(each -> ofNotNull(each.after().qualified(), tables));
        Stream<Remark> ofChecks = scene.effects().types().stream()
                .flatMap(change -> change.after().constraints().entrySet().stream()
                        .filter(each -> each.getValue().validated()
                                && !change.before().constraints().containsKey(each.getKey()))
                        .map(each -> remark(change.after(), each.getValue(), tables)));
        return Stream.concat(ofNotNull, ofChecks).toList();
    }

    private static Remark ofNotNull(String domain, String tables) {
        return new Remark(
                tables + ": all rows are read while nobody can write to them, for a NULL in a column of " + domain
                        + ".",
                "ALTER DOMAIN " + domain + " ADD CONSTRAINT is_not_null CHECK (VALUE IS NOT NULL) NOT VALID; and in a"
                        + " later migration: ALTER DOMAIN " + domain + " VALIDATE CONSTRAINT is_not_null;");
    }

    private static Remark remark(TypeState domain, DomainConstraint constraint, String tables) {
        String alter = "ALTER DOMAIN " + domain.qualified();
        return new Remark(
                tables + ": all rows are read while nobody can write to them, to check " + constraint.name() + " of "
                        + domain.qualified() + ".",
                alter + " ADD CONSTRAINT " + constraint.name() + " " + constraint.definition()
                        + " NOT VALID; and in a later migration: " + alter + " VALIDATE CONSTRAINT " + constraint.name()
                        + ";");
    }
}

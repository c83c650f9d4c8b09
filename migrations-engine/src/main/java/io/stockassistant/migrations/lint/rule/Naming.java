package io.stockassistant.migrations.lint.rule;

import io.stockassistant.migrations.effect.TableChange;
import io.stockassistant.migrations.effect.TableState;
import io.stockassistant.migrations.effect.TableState.Column;
import io.stockassistant.migrations.effect.TableState.Constraint;
import io.stockassistant.migrations.effect.TableState.Index;
import io.stockassistant.migrations.lint.About;
import io.stockassistant.migrations.lint.Remark;
import io.stockassistant.migrations.lint.Scene;
import io.stockassistant.migrations.lint.Severity;
import io.stockassistant.migrations.lint.StatementRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that are not what the project has agreed on. */
final class Naming implements StatementRule {

    private static final int LONGEST = 63;
    private static final Pattern SCHEMA = Pattern.compile("^(\"([^\"]|\"\")*\"|[^.]*)\\.");

    private final Map<String, String> patterns;

    /**
     * @param patterns text with {@code {table}} and {@code {columns}}, which are joined by {@code _}; by kind: {@code index},
     *     {@code unique}, {@code check}, {@code foreign-key}, {@code primary-key}. A number at the end of a name is no part
     *     of it.
     */
    Naming(Map<String, String> patterns) {
        this.patterns = Map.copyOf(patterns);
    }

    @Override
    public About about() {
        return new About(
                "naming",
                Severity.WARNING,
                "A name is off the project's convention",
                "Who knows the convention finds a constraint by its name, in an error message and in the next migration.",
                "Name it by the pattern that is configured, for example index = \"{table}_{columns}_idx\".");
    }

    @Override
    public List<Remark> check(Scene scene) {
        if (scene.migration().isUndo() || patterns.isEmpty()) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        MadeTables.created(scene).forEach(each -> {
            each.constraints().forEach(one -> check(each, one, remarks));
            each.indexes().forEach(one -> check(each, one, remarks));
        });
        for (TableChange each : scene.effects().changes()) {
            MadeTables.addedConstraints(each).forEach(one -> check(each.after(), one, remarks));
            MadeTables.addedIndexes(each).forEach(one -> check(each.after(), one, remarks));
        }
        return remarks;
    }

    private void check(TableState table, Constraint constraint, List<Remark> remarks) {
        if (!constraint.inherited()) {
            Optional.ofNullable(patterns.get(kind(constraint)))
                    .ifPresent(each -> check(table, constraint.name(), constraint.columns(), each, remarks));
        }
    }

    private static String kind(Constraint constraint) {
        return constraint.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void check(TableState table, Index index, List<Remark> remarks) {
        boolean isOfConstraint = table.constraints().stream().anyMatch(each -> each.index() == index.oid());
        String pattern = patterns.get("index");
        if (pattern != null && !isOfConstraint && table.parent() == 0) {
            check(table, index.name(), index.columns(), pattern, remarks);
        }
    }

    private static void check(
            TableState table, String name, List<Integer> columns, String pattern, List<Remark> remarks) {
        String names = columns.stream()
                .map(each -> table.findColumn(each).map(Column::name).orElse("*"))
                .map(ForeignObject::unquoted)
                .collect(Collectors.joining("_"));
        String wanted = pattern.replace("{table}", nameOf(table)).replace("{columns}", names.isEmpty() ? "*" : names);
        String regex = Pattern.quote(wanted).replace("*", "\\E.+\\Q") + "\\d*";
        if (wanted.length() <= LONGEST && !ForeignObject.unquoted(name).matches(regex)) {
            remarks.add(new Remark(
                    name + " of " + table.relation() + " is off the convention " + pattern + ".",
                    wanted.contains("*") ? "Name it by the pattern." : "Call it " + wanted + "."));
        }
    }

    private static String nameOf(TableState table) {
        return ForeignObject.unquoted(
                SCHEMA.matcher(table.relation().qualified()).replaceFirst(""));
    }
}

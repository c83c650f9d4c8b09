package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import io.stockassistant.migrations.change.StatementReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the statements of a script that there is a safer way for: those on tables that are there already. */
final class SaferForms {

    private static final Pattern REFERENCED = Pattern.compile(" REFERENCES ((?:\"(?:[^\"]|\"\")+\"|[^\"(])+)\\(");

    private final List<SchemaStatement> statements;
    private final Catalog before;
    private final Catalog wanted;
    private final Set<String> created;

    private SaferForms(List<SchemaStatement> statements, Catalog before, Catalog wanted) {
        this.statements = statements;
        this.before = before;
        this.wanted = wanted;
        this.created = statements.stream()
                .filter(each -> each.action() == Action.CREATE)
                .filter(each -> each.kind() != Kind.CONSTRAINT && each.kind() != Kind.INDEX)
                .map(SchemaStatement::object)
                .collect(Collectors.toSet());
    }

    static List<Safer> of(List<SchemaStatement> statements, Catalog before, Catalog wanted) {
        // What a statement was written for is not always what it does.
        List<SchemaStatement> read =
                statements.stream().map(each -> reread(each)).toList();
        return new SaferForms(read, before, wanted).all();
    }

    private static SchemaStatement reread(SchemaStatement each) {
        SchemaStatement read = StatementReading.read(each.sql());
        return new SchemaStatement(
                read.action(), read.kind(), read.object(), each.sql(), each.transactional(), each.hazards());
    }

    private List<Safer> all() {
        List<Safer> all = new ArrayList<>(new IndexChanges(statements, created, before, wanted).all());
        Set<String> newKeys = all.stream()
                .map(IndexChange.class::cast)
                .flatMap(each -> Optional.ofNullable(each.newKeyOf()).stream())
                .collect(Collectors.toSet());
        NotNulls notNulls = new NotNulls(statements, created, before, wanted);
        for (int i = 0; i < statements.size(); i++) {
            SchemaStatement each = statements.get(i);
            if (each.kind() == Kind.CONSTRAINT && each.action() == Action.CREATE) {
                checkedLater(i, each, newKeys).ifPresent(all::add);
            } else {
                notNulls.find(i).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Safer> checkedLater(int position, SchemaStatement statement, Set<String> newKeys) {
        Optional<CatalogObject> found = wanted.find(Kind.CONSTRAINT, statement.object());
        if (found.isEmpty() || created.contains(found.get().parent())) {
            return Optional.empty();
        }
        CatalogObject constraint = found.get();
        Optional<String> target = referenced(constraint);
        boolean late = target.filter(newKeys::contains).isPresent();
        if (target.isPresent() && !late && !created.contains(target.get())) {
            Optional<Safer> column = referringColumn(position, constraint);
            if (column.isPresent()) {
                return column;
            }
        }
        boolean ofDomain = wanted.find(Kind.DOMAIN, constraint.parent()).isPresent();
        return mayBeUnchecked(constraint, ofDomain)
                ? Optional.of(new CheckedLater(position, statement, constraint, ofDomain, late))
                : Optional.empty();
    }

    /** The table to which a foreign key refers. */
    private static Optional<String> referenced(CatalogObject constraint) {
        return Optional.of(REFERENCED.matcher(constraint.get("definition")))
                .filter(each -> constraint.get("type").equals("foreign key") && each.find())
                .map(each -> each.group(1));
    }

    /** Foreign keys of partitioned tables may be so only since PostgreSQL 18. */
    private boolean mayBeUnchecked(CatalogObject constraint, boolean ofDomain) {
        String definition = constraint.get("definition");
        if (definition.endsWith(" NOT VALID") || definition.endsWith(" NOT ENFORCED")) {
            return false;
        }
        Optional<CatalogObject> table = wanted.find(Kind.TABLE, constraint.parent());
        return switch (constraint.get("type")) {
            case "check" -> ofDomain || table.isPresent();
            case "foreign key" ->
                table.filter(each -> !each.has("partition by")).isPresent();
            default -> false;
        };
    }

    private Optional<Safer> referringColumn(int position, CatalogObject key) {
        return IntStream.range(0, position)
                .filter(i -> statements.get(i).kind() == Kind.COLUMN
                        && statements.get(i).action() == Action.CREATE)
                .filter(i -> wanted.find(Kind.COLUMN, statements.get(i).object())
                        .filter(column -> column.parent().equals(key.parent())
                                && key.get("definition").startsWith("FOREIGN KEY (" + column.name() + ") ")
                                && ReferringColumn.isEmpty(column, wanted))
                        .isPresent())
                .boxed()
                .findFirst()
                .map(i -> new ReferringColumn(i, position, statements.get(i), key));
    }
}

package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds, for each NOT NULL of a script, a way on which the server does not read all rows while nobody may write.
 *
 * @param statements the script
 * @param created what it creates itself, where nobody is held up
 * @param before what there was before it
 * @param wanted what there is in the end
 */
record NotNulls(List<SchemaStatement> statements, Set<String> created, Catalog before, Catalog wanted) {

    private static final Pattern SET_NOT_NULL = Pattern.compile(
            "^ALTER TABLE (?:ONLY )?\\S+\\s+ALTER (?:COLUMN )?(?:\"(?:[^\"]|\"\")+\"|[^\\s\",]+) SET NOT NULL$");

    /** The way for the statement in this place, if it is a NOT NULL and there is one. */
    Optional<Safer> find(int position) {
        SchemaStatement statement = statements.get(position);
        if (!SET_NOT_NULL.matcher(statement.sql()).matches()) {
            return Optional.empty();
        }
        Optional<CatalogObject> column = wanted.find(Kind.COLUMN, statement.object());
        if (column.isEmpty()
                || created.contains(column.get().qualified())
                || created.contains(column.get().parent())
                || wanted.find(Kind.TABLE, column.get().parent()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Safer> known = known(position, statement, column.get());
        return known.isPresent() || !isFree(column.get()) ? known : Optional.of(proven(position, column.get()));
    }

    private ProvenNotNull proven(int position, CatalogObject column) {
        Pattern filling = Pattern.compile("^UPDATE (?:ONLY )?" + Pattern.quote(column.parent()) + "\\s+SET "
                + Pattern.quote(column.name()) + " = .* WHERE " + Pattern.quote(column.name()) + " IS NULL$");
        List<Integer> found = IntStream.range(0, position)
                .filter(i -> filling.matcher(statements.get(i).sql()).matches())
                .boxed()
                .toList();
        return new ProvenNotNull(
                Stream.concat(found.stream(), Stream.of(position)).collect(Collectors.toSet()),
                found.stream().map(statements::get).toList(),
                column);
    }

    /** Whether no constraint has the name that the check would have. */
    private boolean isFree(CatalogObject column) {
        String name = column.parent() + "." + ProvenNotNull.name(column);
        return before.find(Kind.CONSTRAINT, name).isEmpty()
                && wanted.find(Kind.CONSTRAINT, name).isEmpty();
    }

    private Optional<Safer> known(int position, SchemaStatement statement, CatalogObject column) {
        String says = "CHECK ((" + column.name() + " IS NOT NULL))";
        return before.list(Kind.CONSTRAINT).stream()
                .filter(each -> each.parent().equals(column.parent())
                        && each.get("definition").equals(says))
                .findFirst()
                .map(check -> IntStream.range(0, position)
                        .filter(i -> statements.get(i).kind() == Kind.CONSTRAINT
                                && statements.get(i).object().equals(check.qualified()))
                        .boxed()
                        .toList())
                .filter(drops -> drops.size() < 2)
                .map(drops -> new KnownNotNull(
                        Stream.concat(drops.stream(), Stream.of(position)).collect(Collectors.toSet()),
                        statement,
                        drops.stream().map(statements::get).toList()));
    }
}

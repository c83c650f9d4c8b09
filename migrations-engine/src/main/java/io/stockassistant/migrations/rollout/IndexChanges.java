package io.stockassistant.migrations.rollout;

import io.stockassistant.migrations.catalog.Catalog;
import io.stockassistant.migrations.catalog.CatalogObject;
import io.stockassistant.migrations.catalog.Kind;
import io.stockassistant.migrations.change.SchemaStatement;
import io.stockassistant.migrations.change.SchemaStatement.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the indexes and keys of a script that can come and go while others write. */
final class IndexChanges {

    private final List<SchemaStatement> statements;
    private final Set<String> created;
    private final Catalog before;
    private final Catalog wanted;
    private final Map<String, Integer> going = new TreeMap<>();
    private final Map<String, Integer> coming = new TreeMap<>();
    private final Set<String> twice = new TreeSet<>();

    IndexChanges(List<SchemaStatement> statements, Set<String> created, Catalog before, Catalog wanted) {
        this.statements = statements;
        this.created = created;
        this.before = before;
        this.wanted = wanted;
        for (int i = 0; i < statements.size(); i++) {
            SchemaStatement each = statements.get(i);
            boolean drop = each.action() == Action.DROP;
            if (drop || each.action() == Action.CREATE) {
                Optional<String> index = each.kind() == Kind.INDEX
                        ? Optional.of(each.object())
                        : each.kind() == Kind.CONSTRAINT
                                ? indexOf(each.object(), drop ? before : wanted)
                                : Optional.empty();
                int position = i;
                index.ifPresent(name -> note(drop ? going : coming, name, position));
            }
        }
    }

    private void note(Map<String, Integer> where, String name, int position) {
        if (where.put(name, position) != null) {
            twice.add(name);
        }
    }

    private static Optional<String> indexOf(String constraint, Catalog catalog) {
        return catalog.list(Kind.INDEX).stream()
                .filter(each -> each.find("constraint")
                        .filter(name -> constraint.equals(each.get("table") + "." + name))
                        .isPresent())
                .map(CatalogObject::qualified)
                .findFirst();
    }

    List<IndexChange> all() {
        going.keySet().removeAll(twice);
        coming.keySet().removeAll(twice);
        List<IndexChange> all = new ArrayList<>();
        coming.forEach((name, position) -> BuiltIndex.find(wanted, name)
                .filter(each -> !created.contains(each.table()))
                .map(each -> coming(name, position, each))
                .filter(each -> !name.equals(each.before()) || isOtherNameFree(name))
                .ifPresent(all::add));
        Set<String> replaced = new TreeSet<>();
        all.forEach(each -> Optional.ofNullable(each.before()).ifPresent(replaced::add));
        going.forEach((name, position) -> findGoing(name)
                .filter(each -> !each.isKey() && !replaced.contains(name) && !coming.containsKey(name))
                .ifPresent(each -> all.add(new IndexChange(Set.of(position), name, null, null))));
        return all;
    }

    private IndexChange coming(String name, int position, BuiltIndex index) {
        String newKeyOf = index.isUnique() ? index.table() : null;
        Optional<String> old = going.keySet().stream()
                .filter(each -> each.equals(name) || (index.isPrimaryKey() && isPrimaryKeyOf(index.table(), each)))
                .filter(each -> going.getOrDefault(each, position) < position)
                .filter(each -> findGoing(each).isPresent())
                .findFirst();
        return old.map(each ->
                        new IndexChange(Set.of(going.getOrDefault(each, position), position), each, name, newKeyOf))
                .orElseGet(() -> new IndexChange(Set.of(position), null, name, newKeyOf));
    }

    /** What has the name under which the new index is built would be dropped first. */
    private boolean isOtherNameFree(String name) {
        return BuiltIndex.find(wanted, name)
                .map(each -> each.index().parent() + "."
                        + IndexSql.otherName(each.index().name()))
                .filter(other -> before.find(Kind.INDEX, other).isEmpty()
                        && wanted.find(Kind.INDEX, other).isEmpty())
                .isPresent();
    }

    private boolean isPrimaryKeyOf(String table, String name) {
        return BuiltIndex.find(before, name)
                .filter(each -> each.isPrimaryKey() && each.table().equals(table))
                .isPresent();
    }

    /** An index that its table survives, and of whose columns none goes or changes. */
    private Optional<BuiltIndex> findGoing(String name) {
        return BuiltIndex.find(before, name)
                .filter(each -> statements.stream().noneMatch(other -> isTouched(each, other)));
    }

    private static boolean isTouched(BuiltIndex index, SchemaStatement statement) {
        String object = statement.object();
        if (statement.action() == Action.DROP && object.equals(index.table())) {
            return true;
        }
        boolean changes = statement.action() == Action.DROP
                || Pattern.compile("\\sTYPE\\s").matcher(statement.sql()).find();
        return statement.kind() == Kind.COLUMN
                && changes
                && object.startsWith(index.table() + ".")
                && Pattern.compile("(?<![\\w$\"])"
                                + Pattern.quote(object.substring(index.table().length() + 1)) + "(?![\\w$\"])")
                        .matcher(index.index().get("definition"))
                        .find();
    }
}

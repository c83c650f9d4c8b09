package io.stockassistant.migrations.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a database, as far as it was looked at. Two are equal when all objects and their properties are; the
 * order of a table's columns, that in which objects were made, and the server's numbers do not count.
 */
public final class Catalog {

    private record Key(String object, Kind kind) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::object).thenComparing(Key::kind);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final SortedMap<Key, CatalogObject> objects = new TreeMap<>();

    public Catalog(Collection<CatalogObject> objects) {
        for (CatalogObject each : objects) {
            CatalogObject other = this.objects.put(new Key(each.qualified(), each.kind()), each);
            if (other != null) {
                throw new IllegalArgumentException("two objects are one: " + each);
            }
        }
    }

    /** Every object, by name. */
    public Collection<CatalogObject> list() {
        return List.copyOf(objects.values());
    }

    /** The objects of some kind, by name. */
    public List<CatalogObject> list(Kind kind) {
        return objects.values().stream().filter(each -> each.kind() == kind).toList();
    }

    public Optional<CatalogObject> find(Kind kind, String qualified) {
        return Optional.ofNullable(objects.get(new Key(qualified, kind)));
    }

    /** The columns of a table, a view or a composite type, in their order. */
    public List<CatalogObject> columns(String qualified) {
        return objects.tailMap(new Key(qualified + ".", Kind.DATABASE)).values().stream()
                .takeWhile(each -> each.qualified().startsWith(qualified + "."))
                .filter(each -> each.kind() == Kind.COLUMN && each.parent().equals(qualified))
                .sorted(Comparator.comparingInt(CatalogObject::position))
                .toList();
    }

    /**
     * In what another one differs from this one, which says what is expected. An object that is missing or too much
     * stands for all that belongs to it.
     */
    public List<Difference> differences(Catalog actual) {
        List<Difference> differences = new ArrayList<>();
        TreeSet<Key> all = new TreeSet<>(objects.keySet());
        all.addAll(actual.objects.keySet());
        Set<String> whole = new HashSet<>();
        all.stream()
                .filter(key -> !objects.containsKey(key) || !actual.objects.containsKey(key))
                .forEach(key -> whole.add(key.object()));
        for (Key key : all) {
            CatalogObject here = objects.get(key);
            CatalogObject there = actual.objects.get(key);
            if (here != null && there != null) {
                compare(here, there, differences);
            } else if (here != null && Collections.disjoint(whole, wholes(here))) {
                differences.add(Difference.removed(here));
            } else if (there != null && Collections.disjoint(whole, actual.wholes(there))) {
                differences.add(Difference.added(there));
            }
        }
        return List.copyOf(differences);
    }

    /** The names of what an object goes with: its table, its schema; of a partition, the same thing of what it is a part of. */
    public Set<String> wholes(CatalogObject object) {
        Set<String> wholes = object.goesWith();
        if (object.has("inherited")) {
            find(Kind.TABLE, object.parent())
                    .flatMap(each -> each.find("partition of"))
                    .ifPresent(each -> wholes.add(each + "." + object.name()));
        }
        return wholes;
    }

    private static void compare(CatalogObject expected, CatalogObject actual, List<Difference> differences) {
        TreeSet<String> names = new TreeSet<>(expected.properties().keySet());
        names.addAll(actual.properties().keySet());
        for (String name : names) {
            String here = expected.properties().get(name);
            String there = actual.properties().get(name);
            if (here == null || !here.equals(there)) {
                differences.add(Difference.changed(expected, name, here, there));
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalog catalog
                && objects.keySet().equals(catalog.objects.keySet())
                && objects.entrySet().stream()
                        .allMatch(each -> each.getValue()
                                .properties()
                                .equals(Optional.ofNullable(catalog.objects.get(each.getKey()))
                                        .map(CatalogObject::properties)
                                        .orElse(null)));
    }

    @Override
    public int hashCode() {
        return objects.keySet().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Key, CatalogObject> each : objects.entrySet()) {
            text.append(each.getValue())
                    .append(' ')
                    .append(each.getValue().properties())
                    .append('\n');
        }
        return text.toString();
    }
}

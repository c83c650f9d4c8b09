package io.stockassistant.migrations.catalog;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object as the server describes it.
 *
 * @param parent the qualified name of what it belongs to: the table of a column, the schema of a table; empty for none
 * @param name its own name, quoted where SQL needs it; a routine's has its argument types
 * @param properties what is compared, by name; what is as it is by default is absent
 * @param address where the server keeps it
 * @param position the place of a column in its table, 0 for everything else; not compared
 */
public record CatalogObject(
        Kind kind, String parent, String name, SortedMap<String, String> properties, Address address, int position) {

    public CatalogObject {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /** The name with everything before it that SQL and people need. */
    public String qualified() {
        return parent.isEmpty() ? name : parent + "." + name;
    }

    public Optional<String> find(String property) {
        return Optional.ofNullable(properties.get(property));
    }

    /** @throws java.util.NoSuchElementException if it has no such property */
    public String get(String property) {
        return find(property).orElseThrow();
    }

    public boolean has(String property) {
        return properties.containsKey(property);
    }

    /** For example {@code table shop.orders}. */
    @Override
    public String toString() {
        return kind == Kind.OTHER ? qualified() : kind.word() + " " + qualified();
    }
}

package io.stockassistant.migrations.catalog;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    private static final List<String> GOES_WITH = List.of("part of", "owned by", "identity of");

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

    /** What there is to say of it, in a line: its definition if the server has one, otherwise its properties. */
    public Optional<String> findSummary() {
        return find("definition")
                .or(() -> properties.isEmpty()
                        ? Optional.empty()
                        : Optional.of(properties.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", "))));
    }

    /** The qualified names of what it goes with: an index goes with its table and with its constraint. */
    Set<String> goesWith() {
        Set<String> wholes = new LinkedHashSet<>();
        if (!parent.isEmpty()) {
            wholes.add(parent);
        }
        Optional<String> table = find("table");
        table.ifPresent(wholes::add);
        table.ifPresent(each -> find("constraint").ifPresent(name -> wholes.add(each + "." + name)));
        for (String property : GOES_WITH) {
            find(property).ifPresent(wholes::add);
        }
        // A sequence names the column alone.
        find("owned by").or(() -> find("identity of")).ifPresent(each -> wholes.add(tableOf(each)));
        return wholes;
    }

    private static String tableOf(String column) {
        boolean quoted = column.endsWith("\"");
        int end = quoted ? column.lastIndexOf(".\"") : column.lastIndexOf('.');
        return column.substring(0, Math.max(end, 0));
    }

    /** For example {@code table shop.orders}. */
    @Override
    public String toString() {
        return kind == Kind.OTHER ? qualified() : kind.word() + " " + qualified();
    }
}

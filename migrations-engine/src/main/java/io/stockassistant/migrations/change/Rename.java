package io.stockassistant.migrations.change;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One object under another name.
 *
 * @param parent the qualified name of what it belongs to, as it is after the renames before this one: the schema of a
 *     table or an index, the table of a column or a constraint, the type of a value
 * @param from its name before, quoted where SQL needs it; a value without its quotes
 * @param to its name after
 */
public record Rename(Subject subject, String parent, String from, String to) {

    /** What can be renamed, in the order in which that has to happen. */
    public enum Subject {
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        SEQUENCE,
        ENUM_VALUE
    }

    /** The same renames in an order in which each finds its parent by the new name. */
    public static List<Rename> inOrder(List<Rename> renames) {
        return renames.stream()
                .sorted((one, other) -> one.subject().compareTo(other.subject()))
                .toList();
    }

    /** What takes renames back, in its order: each parent then has its name of before. */
    public static List<Rename> back(List<Rename> renames) {
        Map<String, String> tables = new HashMap<>();
        renames.stream()
                .filter(each -> each.subject == Subject.TABLE)
                .forEach(each -> tables.put(each.parent + "." + each.to, each.parent + "." + each.from));
        return inOrder(renames.stream()
                .map(each ->
                        new Rename(each.subject, tables.getOrDefault(each.parent, each.parent), each.to, each.from))
                .toList());
    }

    @Override
    public String toString() {
        return subject.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + parent + "." + from + " -> " + to;
    }
}

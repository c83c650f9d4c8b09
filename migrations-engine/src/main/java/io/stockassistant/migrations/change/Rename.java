package io.stockassistant.migrations.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One object under another name.
 *
 * @param parent the qualified name of what it belongs to, as it is after the renames before this one: the schema of a
 *     table or an index, the table of a column or a constraint, the type of a value
 * @param from its name before, quoted where SQL needs it; a value without its quotes
 * @param to its name after
 */
public record Rename(Subject subject, String parent, String from, String to) {

    /** Indexes, and constraints that have one. */
    private static final Set<Subject> NAMED_IN_SCHEMA = Set.of(Subject.CONSTRAINT, Subject.INDEX);

    /** What can be renamed, in the order in which that has to happen. */
    public enum Subject {
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        SEQUENCE,
        ENUM_VALUE
    }

    /**
     * The same renames in an order in which each finds its parent by the new name, and its own new name free: what has
     * that has got another one.
     */
    public static List<Rename> inOrder(List<Rename> renames) {
        List<Rename> waiting = new ArrayList<>(renames);
        waiting.sort(Comparator.comparing(Rename::subject));
        List<Rename> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Rename next = waiting.stream()
                    .filter(each -> waiting.stream().noneMatch(each::waitsFor))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    private boolean waitsFor(Rename other) {
        boolean inOneRoom = subject == other.subject
                ? NAMED_IN_SCHEMA.contains(subject) || parent.equals(other.parent)
                : NAMED_IN_SCHEMA.contains(subject) && NAMED_IN_SCHEMA.contains(other.subject);
        return inOneRoom && other.from.equals(to);
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
